import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openLmdbStateStore } from '../index.ts';

const ROUNDS = 4;
const LOOP = join(import.meta.dirname, '../../test/checkpoint-loop.ts');

/** @returns the last position the process said was durable before it was killed. */
async function runUntilKilled(folder: string, checkpoints: number): Promise<number> {
  const child = spawn(process.execPath, [LOOP, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let last = 0;
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (++count === checkpoints) child.kill('SIGKILL');
  }
  await ended;
  return last;
}

it('should find the last acknowledged checkpoint whole after kill -9', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waggle-kill-'));
  for (let round = 0; round < ROUNDS; round++) {
    const acknowledged = await runUntilKilled(folder, 3 + round * 5);

    const store = openLmdbStateStore({ folder });
    const { position, keyCounter } = store.checkpointMetadata;
    const entries = [...store.dump()];
    await store.close();

    expect(position).toBeGreaterThanOrEqual(acknowledged);
    expect(keyCounter).toBe(BigInt(position));
    expect(entries.length).toBe(601);
    expect(new Set(entries.filter(([table]) => table !== 'timers').map((entry) => entry.at(-1)))).toEqual(
      new Set([position]),
    );
    expect(entries.at(-1)).toEqual(['timers', position, 1n, true]);
  }
  rmSync(folder, { recursive: true });
});
