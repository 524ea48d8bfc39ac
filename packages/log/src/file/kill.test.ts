import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchAt, plain } from '../../test/batches.ts';
import { randomFrom } from '../../test/simulated-disk.ts';
import { openFileLog } from './file-log.ts';

const CHILD = join(import.meta.dirname, '../../test/append-until-killed.ts');
const ROUNDS = 4;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-kill-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs an appending process until it acknowledged some batches, and kills it in the middle of whatever it does then. */
async function appendAndKill(acknowledgements: number, seed: number) {
  const child: ChildProcess = spawn(process.execPath, [CHILD, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let opened = -1;
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    if (opened < 0) opened = Number(line.split(' ')[1]);
    else acknowledged.push(Number(line));
    if (acknowledged.length === acknowledgements) child.kill('SIGKILL');
  }
  expect((await exited)[1]).toBe('SIGKILL');
  return { opened, acknowledged };
}

describe('a file log whose process is killed', () => {
  it('should hold every acknowledged batch, in order, round after round', { timeout: 120_000 }, async () => {
    const seed = Date.now();
    const random = randomFrom(seed);
    let lastPosition = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const about = `seed ${seed}, round ${round}`;
      const first = await appendAndKill(1 + Math.floor(random() * 400), seed + round);
      expect(first.opened, about).toBe(lastPosition);
      // The second process finds the folder as the killed one left it.
      const second = await appendAndKill(1 + Math.floor(random() * 400), seed - round);
      expect(second.opened, about).toBeGreaterThanOrEqual(first.acknowledged.at(-1)!);
      const acknowledged = [...first.acknowledged, ...second.acknowledged];
      expect(acknowledged, about).toEqual(acknowledged.toSorted((a, b) => a - b));

      const log = await openFileLog({ folder, partitionId: 1, segmentBytes: 64 * 1024 });
      let next = log.firstPosition;
      for await (const batch of log.read(next)) {
        expect(batch.firstPosition, about).toBe(next);
        const { firstPosition, lastPosition, data } = batch;
        expect(plain([batch]), about).toEqual(
          plain([batchAt(firstPosition, lastPosition - firstPosition + 1, data.byteLength)]),
        );
        next = lastPosition + 1;
      }
      expect(next, about).toBe(log.lastPosition + 1);
      expect(log.lastPosition, about).toBeGreaterThanOrEqual(acknowledged.at(-1)!);
      lastPosition = log.lastPosition;
      await log.close();
    }
  });
});
