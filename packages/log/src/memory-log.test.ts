import type { LogBatch } from '@waggle/engine';
import { describe, expect, it } from 'vitest';
import { batchAt, batchRun, plain, readAll, rejectionOf } from '../test/batches.ts';
import { describePartitionLogContract } from '../test/partition-log-contract.ts';
import { createMemoryLog, type MemoryLogOptions } from './memory-log.ts';

function subject(options: MemoryLogOptions) {
  let storage: LogBatch[];
  return {
    create: async () => {
      storage = [];
      return createMemoryLog({ ...options, storage });
    },
    reopen: async () => createMemoryLog({ ...options, storage }),
  };
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

describePartitionLogContract('a memory log', subject({}));
describePartitionLogContract('a memory log that flushes', subject({ flush: nextTurn }));

describe('a memory log', () => {
  it('should flush appends together that came while it flushed', async () => {
    const gates: (() => void)[] = [];
    const log = createMemoryLog({ flush: () => new Promise((resolve) => gates.push(resolve)) });
    const first = log.append(batchAt(1));
    await nextTurn();
    const others = batchRun(2, 10).map((batch) => log.append(batch));

    gates[0]!();
    await first;
    expect(log.lastPosition).toBe(1);
    await nextTurn();
    gates[1]!();
    await Promise.all(others);

    expect(gates).toHaveLength(2);
    expect(log.lastPosition).toBe(11);
  });

  it('should reject the group whose flush fails and everything behind it', async () => {
    let flushes = 0;
    const log = createMemoryLog({
      flush: async () => {
        if (++flushes === 2) throw new Error('no');
      },
    });
    await log.append(batchAt(1));
    const errors = await Promise.all([batchAt(2), batchAt(3)].map((batch) => rejectionOf(log.append(batch))));
    expect(errors.map((error) => error.message)).toEqual(['no', 'no']);
    expect(await rejectionOf(log.append(batchAt(2)))).toMatchObject({ code: 'CLOSED' });
    expect(await readAll(log)).toEqual(plain([batchAt(1)]));
  });
});
