import type { Plugin } from 'vite';

const FLAT_MENUS = '\0waggle-flat-menus';

/** What items of menus ask for, without what only a menu within a menu needs. */
const flatMenus = `
export { autoUpdate, flip, offset, useFloating } from '@floating-ui/react-dom';
export const FloatingFocusManager = ({ children }) => children;
export const safePolygon = () => undefined;
export const useHover = () => ({});
export const useInteractions = () => ({ getReferenceProps: () => ({}), getFloatingProps: () => ({}) });
`;

/**
 * Gives Carbon's components the part of floating-ui that places something beside something else. The whole of it also
 * manages focus and hovering for menus within menus, which the apps do not have: 10 kB of the first load.
 * The build fails when a component asks for something else.
 */
export function lightPositioning(): Plugin {
  return {
    name: 'waggle-light-positioning',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^@floating-ui\/react$/ },
      handler(_source, importer = '') {
        if (/[\\/]MenuItem\.js$/.test(importer)) return FLAT_MENUS;
        // One function of the whole, which positions nothing.
        if (/[\\/]ComposedModal\.js$/.test(importer)) return undefined;
        return this.resolve('@floating-ui/react-dom', importer);
      },
    },
    load: { filter: { id: new RegExp(`^${FLAT_MENUS}$`) }, handler: () => flatMenus },
  };
}
