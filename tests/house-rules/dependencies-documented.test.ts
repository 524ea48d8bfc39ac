import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';
import { packageNames } from './source-file.ts';

type Manifest = Partial<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies' | 'peerDependencies', Record<string, string>>
>;

const manifests = ['package.json', ...packageNames().map((name) => `packages/${name}/package.json`)];

test('should say about every dependency what it is for, why this one and what was rejected', () => {
  const documented = documentedDependencies();
  const missing = dependencies().filter((name) => !documented.has(name));
  expect(missing, 'Expected a line in docs/dependencies.md for each of these.').toEqual([]);
});

test('should not document dependencies that are gone', () => {
  const used = new Set(dependencies());
  const gone = [...documentedDependencies()].filter((name) => !used.has(name));
  expect(
    gone,
    'Expected docs/dependencies.md to name only packages that a package.json names: remove the lines.',
  ).toEqual([]);
});

function dependencies(): readonly string[] {
  const names = manifests.flatMap((path) => {
    const manifest: Manifest = JSON.parse(readFileSync(join(repositoryPath, path), 'utf8'));
    return Object.keys({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
      ...manifest.peerDependencies,
    });
  });
  return [...new Set(names)].filter((name) => !name.startsWith('@waggle/')).sort();
}

/** First cells of the tables; a cell may name several packages, each in backticks. */
function documentedDependencies(): ReadonlySet<string> {
  const text = readFileSync(join(repositoryPath, 'docs/dependencies.md'), 'utf8');
  const firstCells = [...text.matchAll(/^\|([^|]*)\|/gm)].map((match) => match[1] ?? '');
  return new Set(firstCells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')));
}
