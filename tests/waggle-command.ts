import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryPath } from './repository-path.ts';
import type { ServerProcess } from './server-process.ts';

const run = promisify(execFile);

/** Runs a command of ours against a server. @returns its answer as `--json` prints it. @throws when it fails. */
export async function waggle(
  server: Pick<ServerProcess, 'rest'>,
  ...args: readonly string[]
): Promise<Readonly<Record<string, unknown>>> {
  const { stdout } = await run(process.execPath, [
    join(repositoryPath, 'packages/cli/bin/waggle.mjs'),
    ...args,
    '--json',
    ...['--address', server.rest],
  ]);
  return JSON.parse(stdout);
}
