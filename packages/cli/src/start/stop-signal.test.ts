import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';

/** A process that notes the signal and then takes for ever to stop. */
const program = `
  import { untilStopSignal } from ${JSON.stringify(join(import.meta.dirname, 'stop-signal.ts'))};
  setInterval(() => {}, 1000);
  const signal = untilStopSignal();
  console.log('ready');
  console.log(await signal);
`;

test('should take echoes of the first signal as one, and end at once with a second', async () => {
  // given
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  await once(child.stdout, 'data');

  // when Ctrl-C arrives from the terminal and from a launcher
  child.kill('SIGINT');
  expect(String((await once(child.stdout, 'data'))[0])).toBe('SIGINT\n');
  child.kill('SIGINT');
  await sleep(1_100);

  // then it is still stopping
  expect(child.signalCode).toBeNull();

  // when
  child.kill('SIGINT');

  // then
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
});
