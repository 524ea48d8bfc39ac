import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: repositoryPath,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(repositoryPath, path)));

test('should link to pages that exist', () => {
  const dead = pages.flatMap((page) =>
    [...withoutCode(readFileSync(join(repositoryPath, page), 'utf8')).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !existsSync(join(repositoryPath, dirname(page), target)))
      .map((target) => `${page} links to ${target}`),
  );
  expect(dead, 'Expected relative links to lead to files of this repository.').toEqual([]);
});

test('should name files of the code that exist', () => {
  const text = readFileSync(join(repositoryPath, 'ARCHITECTURE.md'), 'utf8');
  let last = '';
  const missing = [...text.matchAll(/`([^`\s]+\.ts)`/g)]
    .map(([, name = '']) => {
      // `…/` repeats the folder before.
      last = name.startsWith('…/') ? join(dirname(last), name.slice(2)) : name;
      return last;
    })
    .filter((path) => !existsSync(join(repositoryPath, 'packages', path)));
  expect(missing, 'Expected ARCHITECTURE.md to name files below packages/.').toEqual([]);
});

test('should list every decision', () => {
  const index = readFileSync(join(repositoryPath, 'docs/decisions/README.md'), 'utf8');
  const missing = readdirSync(join(repositoryPath, 'docs/decisions')).filter(
    (name) => name !== 'README.md' && !index.includes(`(${name})`),
  );
  expect(missing, 'Expected a line in docs/decisions/README.md for each of these.').toEqual([]);
});

/** Code may hold what looks like a link. */
function withoutCode(text: string): string {
  return text.replaceAll(/```.*?```|`[^`\n]*`/gs, '');
}
