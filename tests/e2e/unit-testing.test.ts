/** The example of tests that users copy: its types, its tests with Vitest and with Node's own runner. */
import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { repositoryPath } from '../repository-path.ts';

const folder = join(repositoryPath, 'examples/unit-testing');

/** @returns what it printed. @throws {Error} with its output when it fails. */
async function run(...parameters: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...parameters], {
    cwd: folder,
    // The test that runs this must not be taken for the one that it starts.
    env: { ...process.env, VITEST: undefined, NODE_TEST_CONTEXT: undefined, NO_COLOR: '1' },
  });
  return stdout;
}

const tool = (path: string): string => join(repositoryPath, 'node_modules', path);

test('should type-check', async () => {
  await run(tool('typescript/bin/tsc'), '-p', '.');
});

test('should pass with Vitest and tell the coverage', async () => {
  const page = join(folder, 'coverage.html');
  try {
    expect(await run(tool('vitest/vitest.mjs'), 'run', '--root', '.')).toContain('100 %');
    expect(await readFile(page, 'utf8')).toContain('class="shape passed"');
  } finally {
    await rm(page, { force: true });
  }
});

test("should pass with Node's own runner", async () => {
  expect(await run('--test', 'node-test/order.test.ts')).toMatch(/pass 1/);
});
