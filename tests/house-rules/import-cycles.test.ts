import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-file.ts';

test('should have no circle of files that import each other', () => {
  const cycles = findCycles(importGraph(sourceFiles().filter((file) => !file.isTest)));
  expect(
    cycles,
    'Expected no import cycles: such files cannot be understood, tested or moved one without the other. Take what both need into a file of its own, or pass it in.',
  ).toEqual([]);
});

/**
 * Who imports whom when the program runs. Imports of types are left out: they are gone then, and types that describe
 * each other are sometimes the plainest way to say a thing.
 */
function importGraph(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Set(files.map((file) => file.path));
  return new Map(
    files.map((file) => {
      const targets = file.imports
        .filter(({ isTypeOnly }) => !isTypeOnly)
        .map(({ specifier }) => resolve(file.path, specifier))
        .filter((target) => paths.has(target));
      return [file.path, targets];
    }),
  );
}

function resolve(importer: string, specifier: string): string {
  if (specifier.startsWith('.')) return new URL(specifier, `file:///${importer}`).pathname.slice(1);
  const packageName = /^@waggle\/([^/]+)$/.exec(specifier)?.[1];
  return packageName === undefined ? specifier : `packages/${packageName}/src/index.ts`;
}

/** Depth-first search; each cycle once, as `a → b → a`. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): void => {
    if (done.has(node)) return;
    const start = path.indexOf(node);
    if (start >= 0) {
      cycles.push([...path.slice(start), node].join(' → '));
      return;
    }
    path.push(node);
    for (const target of graph.get(node) ?? []) visit(target);
    path.pop();
    done.add(node);
  };
  for (const node of graph.keys()) visit(node);
  return cycles;
}
