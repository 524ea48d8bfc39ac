import type { Plugin } from 'vite';

/**
 * Gives Carbon's components that only place something beside something else the part of floating-ui that does that.
 * The whole of it also manages focus and hovering over menus, which menu items alone need: 10 kB of every first load.
 * The build fails when a component asks for something that the part does not have.
 */
export function lightPositioning(): Plugin {
  return {
    name: 'waggle-light-positioning',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^@floating-ui\/react$/ },
      handler(_source, importer) {
        const needsAll = importer === undefined || /[\\/](MenuItem|ComposedModal)\.js$/.test(importer);
        return needsAll ? undefined : this.resolve('@floating-ui/react-dom', importer);
      },
    },
  };
}
