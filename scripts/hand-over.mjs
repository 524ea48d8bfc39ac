import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { repositoryPath } from './repository.mjs';
import { SetupError } from './setup-error.mjs';

/** How soon after its shell a program started by npm ends. */
const PARENT_CHECK_MS = 200;

const FORWARDED_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the pinned Node in the caller's place: its input and output, its signals, its exit code. The script is named
 * relative to the repository; the working directory stays the caller's, as `--data ./here` means theirs.
 * @throws {SetupError} when the binary cannot be run on this machine.
 */
export function handOver(runtime, [script, ...args]) {
  const child = spawn(runtime, [`${repositoryPath}${script}`, ...args], {
    stdio: 'inherit',
    // Whatever the child starts as "node" is the pinned one too.
    env: { ...process.env, PATH: `${dirname(runtime)}${delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of FORWARDED_SIGNALS) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  return new Promise((resolve, reject) => {
    child.on('error', (cause) =>
      reject(new SetupError(`Expected to run ${runtime}, but it could not be started: ${cause.message}.`)),
    );
    child.on('exit', (exitCode, signal) => {
      // 128 + number is what a shell reports for a process that a signal ended.
      process.exitCode = exitCode ?? 128 + (constants.signals[signal] ?? 0);
      resolve();
    });
  });
}

/**
 * npm hands signals to the shell between it and us, and that shell dies without passing them on: `kill` on `npm start`
 * would leave the server running, with nobody who knows of it.
 */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, PARENT_CHECK_MS);
  timer.unref();
}
