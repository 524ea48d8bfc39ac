import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationTable } from '@waggle/cli';
import { expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';

test('should document the options as they are', () => {
  const page = readFileSync(join(repositoryPath, 'docs/configuration.md'), 'utf8');
  const table = configurationTable();
  expect(
    withoutPadding(page).includes(withoutPadding(table)),
    `Expected docs/configuration.md to hold the table of options as packages/cli/src/options/start-options.ts has it. Put this in its place and run the formatter:\n\n${table}`,
  ).toBe(true);
});

/** The formatter aligns the columns of tables. */
function withoutPadding(text: string): string {
  return text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
}
