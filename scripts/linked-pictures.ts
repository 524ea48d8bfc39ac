import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from '../tests/repository-path.ts';

export const picturesFolder = 'docs/pictures';

/** Names of the pictures that README.md and the pages in docs show: `dashboard-wide-light.png`. */
export function linkedPictures(): readonly string[] {
  const pages = readdirSync(join(repositoryPath, 'docs')).filter((name) => name.endsWith('.md'));
  const names = ['README.md', ...pages.map((name) => `docs/${name}`)].flatMap((page) =>
    [...readFileSync(join(repositoryPath, page), 'utf8').matchAll(/\]\((?:docs\/)?pictures\/([^)]+)\)/g)].map(
      ([, name]) => name ?? '',
    ),
  );
  return [...new Set(names)].sort();
}
