/**
 * Searches for random processes that the engine does not run right, for as long as one likes: `npm run fuzz -- --minutes 60`.
 *
 *   --minutes N   how long, default 5
 *   --workers N   processes side by side, default one per core
 *   --seed N      runs this one seed alone, to see a failure again
 *   --from N      the first seed; default drawn from the clock, so that each search looks at others
 *
 * Every worker prints the seeds it has been through. Ends with exit code 1 when one failed. Runs on the pinned Node.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryPath } from './repository.mjs';

/** Far enough apart that workers do not meet each other's seeds. */
const SEEDS_PER_WORKER = 10_000_000;
const TEST = 'packages/engine/src/random-process.test.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    workers: { type: 'string', default: String(availableParallelism()) },
    seed: { type: 'string' },
    from: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
  },
});
const minutes = positive('minutes', values.minutes);
const workers = values.seed === undefined ? Math.ceil(positive('workers', values.workers)) : 1;

const exitCodes = await Promise.all(
  Array.from({ length: workers }, (_, index) =>
    search(
      values.seed === undefined
        ? {
            WAGGLE_FIRST_SEED: String(positive('from', values.from) + index * SEEDS_PER_WORKER),
            WAGGLE_RANDOM_SECONDS: String(minutes * 60),
          }
        : { WAGGLE_SEED: values.seed },
    ),
  ),
);
process.exitCode = exitCodes.every((exitCode) => exitCode === 0) ? 0 : 1;

function search(environment) {
  const vitest = join(repositoryPath, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'generated', TEST, '-t', 'run to their end'], {
    cwd: repositoryPath,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
}

function positive(name, text) {
  const number = Number(text);
  if (!(number > 0)) {
    console.error(`Expected --${name} to be a number above 0, but got "${text}".`);
    process.exit(1);
  }
  return number;
}
