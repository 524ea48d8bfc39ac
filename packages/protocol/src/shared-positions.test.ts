import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SharedPositions } from './shared-positions.ts';

const LONG_MS = 20_000;

function otherThread(positions: SharedPositions): Worker {
  const worker = new Worker(new URL('../test/shared-positions-thread.ts', import.meta.url), {
    workerData: positions.buffer,
  });
  onTestFinished(async () => void (await worker.terminate()));
  return worker;
}

describe('SharedPositions', () => {
  it('should keep positions beyond 32 bits, for each partition on its own', () => {
    const positions = new SharedPositions({ partitionCount: 3 });
    positions.setCommitted(2, 2 ** 52 + 1);
    positions.setExported(3, 7);
    const sameMemory = new SharedPositions(positions.buffer);
    expect(sameMemory.partitionCount).toBe(3);
    expect(sameMemory.committedAll()).toEqual([0, 2 ** 52 + 1, 0]);
    expect([1, 2, 3].map((partitionId) => sameMemory.exported(partitionId))).toEqual([0, 0, 7]);
  });

  it('should not wait for what is exported', async () => {
    const positions = new SharedPositions({ partitionCount: 2 });
    positions.setExported(1, 5);
    expect(await positions.waitForExported([5, 0], 0)).toBe(true);
    expect(await positions.waitForExported([], 0)).toBe(true);
  });

  it('should wait within one thread, each for its own position', async () => {
    const positions = new SharedPositions({ partitionCount: 2 });
    const reached: string[] = [];
    const waits = [
      positions.waitForExported([3], LONG_MS).then(() => reached.push('3')),
      positions.waitForExported([5, 2], LONG_MS).then(() => reached.push('5, 2')),
      positions.waitForExported([9], 50).then((isReached) => reached.push(`9: ${isReached}`)),
    ];
    positions.setExported(1, 4);
    await waits[0];
    expect(reached).toEqual(['3']);
    positions.setExported(1, 8);
    await waits[2];
    expect(reached).toEqual(['3', '9: false']);
    positions.setExported(2, 2);
    await waits[1];
    expect(reached).toEqual(['3', '9: false', '5, 2']);
  });

  it('should give up after the time and serve those who come later', async () => {
    const positions = new SharedPositions({ partitionCount: 1 });
    expect(await positions.waitForExported([1], 10)).toBe(false);
    const waiting = positions.waitForExported([1], LONG_MS);
    positions.setExported(1, 1);
    expect(await waiting).toBe(true);
  });

  it('should be woken by another thread, and see there what was committed here', async () => {
    const positions = new SharedPositions({ partitionCount: 2 });
    const worker = otherThread(positions);
    for (let position = 1; position <= 1_000; position++) {
      const partitionId = (position % 2) + 1;
      positions.setCommitted(partitionId, position);
      worker.postMessage(partitionId);
      expect(await positions.waitForExported(positions.committedAll(), LONG_MS)).toBe(true);
    }
    expect([positions.exported(1), positions.exported(2)]).toEqual([1_000, 999]);
  });

  it('should refuse partitions it does not have', () => {
    const positions = new SharedPositions({ partitionCount: 2 });
    for (const partitionId of [0, 3, Number.NaN]) {
      expect(() => positions.setCommitted(partitionId, 1)).toThrow(/from 1 to 2, but got/);
    }
  });
});
