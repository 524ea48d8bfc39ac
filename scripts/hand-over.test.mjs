import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repositoryPath } from './repository.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waggle-hand-over-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a launcher that hands over to `script`, as run.mjs does. */
function launch(script, { throughShell = false } = {}) {
  const scriptPath = join(folder, 'script.mjs');
  const launcherPath = join(folder, 'launcher.mjs');
  const handOverUrl = pathToFileURL(join(repositoryPath, 'scripts/hand-over.mjs'));
  writeFileSync(scriptPath, script);
  writeFileSync(
    launcherPath,
    `import { handOver } from ${JSON.stringify(handOverUrl)};
     await handOver(process.execPath, [${JSON.stringify(relative(repositoryPath, scriptPath))}, 'first', '--second']);`,
  );
  return throughShell
    ? // As npm does it; the second command keeps the shell from becoming the launcher itself.
      spawn('sh', ['-c', `"${process.execPath}" "${launcherPath}"; exit $?`], {
        env: { ...process.env, npm_lifecycle_event: 'start' },
      })
    : spawn(process.execPath, [launcherPath]);
}

test('should keep arguments and exit code', async () => {
  // when
  const child = launch('console.log(process.argv.slice(2).join(" ")); process.exitCode = 7;');
  const [[output], [exitCode]] = await Promise.all([once(child.stdout, 'data'), once(child, 'close')]);

  // then
  expect(String(output)).toBe('first --second\n');
  expect(exitCode).toBe(7);
});

test('should forward a signal and keep the exit code the child chose', async () => {
  // given a child that stops in order
  const child = launch(
    'process.on("SIGTERM", () => { clearInterval(timer); process.exitCode = 5; }); const timer = setInterval(() => {}, 1000); console.log("ready");',
  );
  await once(child.stdout, 'data');

  // when
  child.kill('SIGTERM');

  // then
  const [exitCode] = await once(child, 'close');
  expect(exitCode).toBe(5);
});

test('should report a child that a signal ended as a shell does', async () => {
  // when
  const child = launch('process.kill(process.pid, "SIGKILL");');

  // then
  const [exitCode] = await once(child, 'close');
  expect(exitCode).toBe(128 + 9);
});

test('should stop the child when the shell that npm put in between is gone', async () => {
  // given
  const shell = launch(
    'process.on("SIGTERM", () => { console.log("stopped"); process.exit(); }); setInterval(() => {}, 1000); console.log("ready");',
    { throughShell: true },
  );
  await once(shell.stdout, 'data');

  // when npm hands it a signal
  shell.kill('SIGTERM');

  // then
  const [output] = await once(shell.stdout, 'data');
  expect(String(output)).toBe('stopped\n');
});
