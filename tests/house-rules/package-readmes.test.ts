import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';
import { packageNames } from './source-file.ts';

test('should have a README in every package', () => {
  const missing = packageNames().filter((name) => !existsSync(join(repositoryPath, 'packages', name, 'README.md')));
  expect(
    missing,
    'Expected a README.md of one page in each of these packages: what it is, one diagram, where to start reading, how to add the next one.',
  ).toEqual([]);
});
