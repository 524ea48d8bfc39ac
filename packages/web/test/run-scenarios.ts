/** Runs generated tests with Node's own runner, as a user would. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const repository = join(import.meta.dirname, '../../..');
/** Characters of output: a failing test prints the history of its instances. */
const OUTPUT_LENGTH_MAX = 64 * 1024 * 1024;

/**
 * @param texts by name.
 * @throws {Error} with what the runner printed, when one fails.
 */
export async function runScenarios(texts: ReadonlyMap<string, string>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-scenarios-'));
  try {
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
    for (const [name, text] of texts) writeFileSync(join(folder, `${name}.test.ts`), text);
    const parameters = ['--test', '--test-isolation=none', '--test-reporter=spec', '*.test.ts'];
    const { stdout } = await promisify(execFile)(process.execPath, parameters, {
      cwd: folder,
      maxBuffer: OUTPUT_LENGTH_MAX,
      // The test that runs this must not be taken for the ones that it starts.
      env: { ...process.env, VITEST: undefined, NODE_TEST_CONTEXT: undefined, NO_COLOR: '1' },
    }).catch((cause) => {
      throw new Error(`Expected every scenario to pass, but:\n${String(cause.stdout)}${String(cause.stderr)}`);
    });
    if (!stdout.includes(`pass ${texts.size}\n`)) {
      throw new Error(`Expected ${texts.size} scenarios to pass, but:\n${stdout}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
