import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linkedPictures, picturesFolder } from '../../scripts/linked-pictures.ts';
import { repositoryPath } from '../repository-path.ts';

/** Each version of a picture stays in the repository's history. */
const PICTURE_BYTES_MAX = 220_000;

const folder = join(repositoryPath, picturesFolder);
const pictures = existsSync(folder) ? readdirSync(folder) : [];

test('should keep the pictures that the documentation shows, and no others', () => {
  expect(
    pictures.toSorted(),
    'Expected docs/pictures to hold what README.md and docs/*.md link to: npm run pictures takes what is missing',
  ).toEqual(linkedPictures());
});

test('should keep pictures small', () => {
  const large = pictures.filter((name) => statSync(join(folder, name)).size > PICTURE_BYTES_MAX);
  expect(large, `Expected pictures of at most ${PICTURE_BYTES_MAX} bytes: clip them to what matters`).toEqual([]);
});
