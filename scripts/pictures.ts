/**
 * Takes the documentation's pictures anew: runs the tests of the web apps, which look at every page, and keeps what they saw under
 * the names that the documentation links to. Further arguments go to Vitest: `npm run pictures -- tests/web/replay.test.ts`.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryPath } from '../tests/repository-path.ts';
import { linkedPictures, picturesFolder } from './linked-pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'waggle-pictures-'));
try {
  const exitCode = await takePictures(folder, process.argv.slice(2));
  mkdirSync(join(repositoryPath, picturesFolder), { recursive: true });
  const taken = linkedPictures().filter((name) => existsSync(join(folder, name)));
  for (const name of taken) copyFileSync(join(folder, name), join(repositoryPath, picturesFolder, name));
  const missing = linkedPictures().filter((name) => !existsSync(join(repositoryPath, picturesFolder, name)));
  console.log(`${taken.length} pictures taken into ${picturesFolder}.`);
  if (missing.length > 0) console.error(`Expected the tests to take ${missing.join(', ')}, but they did not.`);
  process.exitCode = exitCode === 0 && missing.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function takePictures(target: string, args: readonly string[]): Promise<number> {
  const vitest = join(repositoryPath, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'web', ...args], {
    cwd: repositoryPath,
    env: { ...process.env, WAGGLE_PICTURES: target },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
}
