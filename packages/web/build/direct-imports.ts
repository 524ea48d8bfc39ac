import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const namedImport = /import\s*\{([^}]*)\}\s*from\s*(['"])(@carbon\/(?:react|icons-react))\2;?/g;

interface Source {
  readonly file: string;
  /** `default`, or the name it has there. */
  readonly exported: string;
}

/**
 * Imports Carbon's components and icons from the files they are in. Through the index of the package every part of the
 * apps would seem to need every component in use anywhere, and files could not be cut by what a page really needs.
 */
export function directImports(): Plugin {
  const components = componentSources();
  const sourceOf = (library: string, name: string): Source => {
    if (library === '@carbon/icons-react') return { file: `@carbon/icons-react/es/${name}.js`, exported: 'default' };
    const source = components.get(name);
    if (source === undefined) {
      throw new Error(
        `Expected the index of @carbon/react to say where ${name} is, but it does not; import what it has.`,
      );
    }
    return source;
  };
  return {
    name: 'waggle-direct-imports',
    apply: 'build',
    // While types are still marked as such.
    enforce: 'pre',
    transform: {
      filter: { id: /\.(tsx?|m?js)$/, code: /@carbon\/(?:react|icons-react)['"]/ },
      handler: (code) =>
        code.replace(namedImport, (_, names: string, _quote, library: string) =>
          names
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '')
            .map((name) => {
              if (name.startsWith('type ')) return `import { ${name} } from '${library}';`;
              const [imported = '', local = imported] = name.split(/\s+as\s+/);
              const { file, exported } = sourceOf(library, imported);
              return `import { ${exported} as ${local} } from '${file}';`;
            })
            .join(' '),
        ),
    },
  };
}

/** Where each component is, as the package's own index says. */
function componentSources(): ReadonlyMap<string, Source> {
  const index = readFileSync(join(dirname(require.resolve('@carbon/react/package.json')), 'es/index.js'), 'utf8');
  const sources = new Map<string, Source>();
  for (const [, byDefault, named, path] of index.matchAll(
    /^import (?:(\w+))?(?:, )?(?:\{([^}]*)\})? ?from "\.\/([^"]+)";$/gm,
  )) {
    const file = `@carbon/react/es/${path}`;
    if (byDefault !== undefined) sources.set(byDefault, { file, exported: 'default' });
    for (const name of named?.split(',') ?? []) {
      const [exported = '', local = exported] = name.trim().split(/\s+as\s+/);
      sources.set(local, { file, exported });
    }
  }
  return sources;
}
