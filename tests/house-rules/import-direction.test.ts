import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';
import { location, packageNames, sourceFiles } from './source-file.ts';

/** Packages from the ground up: each may import only from the rows above it. */
const layers: readonly (readonly string[])[] = [
  ['protocol'],
  ['feel', 'xml'],
  ['bpmn', 'dmn'],
  ['engine'],
  ['log', 'state'],
  ['broker'],
  ['secondary-storage'],
  ['exporters', 'search', 'identity'],
  ['gateway'],
  ['connectors', 'web', 'testing'],
  ['cli'],
];

/**
 * What the order would allow but the design does not: a gateway talks to partitions through protocol's port only, and
 * users' tests need the engine over a state in memory, nothing of a server.
 */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  gateway: ['feel', 'xml', 'dmn', 'bpmn', 'engine', 'log', 'state', 'broker', 'secondary-storage', 'exporters'],
  cli: ['connectors', 'testing'],
  web: ['feel', 'xml', 'dmn', 'log', 'broker', 'secondary-storage', 'exporters', 'search', 'identity', 'gateway'],
  testing: ['log', 'broker', 'exporters', 'search', 'identity', 'gateway'],
};

const layerOf = (packageName: string): number => layers.findIndex((layer) => layer.includes(packageName));

test('should have a place for every package', () => {
  const homeless = packageNames().filter((name) => layerOf(name) < 0);
  expect(homeless, 'Expected every package in the table of layers: add the new one where it belongs.').toEqual([]);
});

test('should import only packages below', () => {
  const violations = sourceFiles()
    // Tests may reach for anything real (an engine's test for a store, say): they are not shipped.
    .filter((file) => !file.isTest)
    .flatMap((file) =>
      file.imports.flatMap(({ specifier, line }) => {
        const target = /^@waggle\/([^/]+)/.exec(specifier)?.[1];
        if (target === undefined) return [];
        const isAllowed =
          target !== file.packageName &&
          layerOf(target) >= 0 &&
          layerOf(target) < layerOf(file.packageName) &&
          !forbidden[file.packageName]?.includes(target);
        return isAllowed ? [] : [`${location(file, line)} imports ${specifier}`];
      }),
    );
  expect(
    violations,
    'Expected imports to point to lower packages only. Move the shared thing down, or declare an interface in the lower package and implement it in the upper one.',
  ).toEqual([]);
});

test('should import other packages by name only', () => {
  const violations = sourceFiles().flatMap((file) =>
    file.imports
      .filter(({ specifier }) => isPathIntoAnotherPackage(file.path, specifier))
      .map(({ specifier, line }) => `${location(file, line)} imports ${specifier}`),
  );
  expect(
    violations,
    "Expected other packages to be imported by their name: export the thing from the package's index.ts.",
  ).toEqual([]);
});

function isPathIntoAnotherPackage(path: string, specifier: string): boolean {
  if (/^@waggle\/[^/]+\//.test(specifier)) return !isExported(specifier);
  if (!specifier.startsWith('.')) return false;
  const packageFolder = path.split('/').slice(0, 2).join('/');
  return !new URL(specifier, `file:///${path}`).pathname.startsWith(`/${packageFolder}/`);
}

/** A package may offer an entry of its own for a part that brings less with it. */
function isExported(specifier: string): boolean {
  const [, name = '', entry = ''] = /^@waggle\/([^/]+)\/(.+)$/.exec(specifier) ?? [];
  const manifest: { exports?: unknown } = JSON.parse(
    readFileSync(join(repositoryPath, 'packages', name, 'package.json'), 'utf8'),
  );
  const { exports } = manifest;
  return typeof exports === 'object' && exports !== null && `./${entry}` in exports;
}
