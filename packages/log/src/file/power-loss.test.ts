import type { LogBatch } from '@waggle/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchRun, plain, readAll } from '../../test/batches.ts';
import { type DiskOperation, randomFrom, SimulatedDisk } from '../../test/simulated-disk.ts';
import { SEGMENT_BYTES_MIN } from '../limits.ts';
import { type FileLog, openFileLog } from './file-log.ts';

const open = (disk: SimulatedDisk) =>
  openFileLog({ folder: disk.folder, partitionId: 1, segmentBytes: SEGMENT_BYTES_MIN, disk });

/** Appends run after run until the disk stops answering or everything is settled. */
async function appendUntilStopped(disk: SimulatedDisk, log: FileLog, runs: readonly LogBatch[][]) {
  const outcome = { resolved: [] as LogBatch[], rejected: [] as { batch: LogBatch; error: Error }[] };
  const work = (async () => {
    for (const run of runs) {
      const appends = run.map((batch) =>
        log.append(batch).then(
          () => outcome.resolved.push(batch),
          (error) => outcome.rejected.push({ batch, error }),
        ),
      );
      await Promise.all(appends);
      // A compaction that fails, or removes less, takes nothing away from what is tested here.
      if (run[0]!.firstPosition % 3 === 0) await log.compact(run[0]!.firstPosition - 5).catch(() => {});
    }
  })();
  await untilDoneOrStopped(disk, work);
  return outcome;
}

/** Waits for the work, or for the disk to stop: then it answers nobody, so nobody who waits for it gets anywhere. */
async function untilDoneOrStopped(disk: SimulatedDisk, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  const stopped = async () => {
    while (!isDone && disk.operationsLeft > 0) await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
  };
  await Promise.race([done, stopped()]);
}

/** Runs of batches whose sizes cross frame, sector and segment borders. */
const runsOf = fc.array(fc.array(fc.constantFrom(0, 1, 30, 400, 1000, 3000, 9000), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 8,
});

function batchesOf(runs: readonly number[][], firstPosition: number): LogBatch[][] {
  let next = firstPosition;
  return runs.map((sizes) =>
    sizes.map((bytes) => {
      const [batch] = batchRun(next, 1, bytes);
      next++;
      return batch!;
    }),
  );
}

describe('a file log on a disk that loses power', () => {
  it('should hold every acknowledged batch, and behind it only what was on its way, in order', {
    timeout: 120_000,
  }, async () => {
    const end = fc.constantFrom('power' as const, 'kill' as const, 'close' as const);
    const crash = fc.record({ runs: runsOf, operations: fc.integer({ min: 1, max: 120 }), end });
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.array(crash, { minLength: 1, maxLength: 5 }), async (seed, crashes) => {
        let disk = new SimulatedDisk(randomFrom(seed));
        let held: LogBatch[] = [];
        for (const { runs, operations, end } of crashes) {
          const log = await open(disk);
          const content = await readAll(log);
          const first = log.firstPosition;
          expect(content).toEqual(plain(held.filter((batch) => batch.firstPosition >= first)));

          const appended = batchesOf(runs, log.lastPosition + 1);
          disk.operationsLeft = end === 'close' ? Infinity : operations;
          const { resolved, rejected } = await appendUntilStopped(disk, log, appended);
          expect(rejected).toEqual([]);
          if (end === 'close') await log.close();

          disk = end === 'kill' ? disk.afterKill() : disk.afterPowerLoss();
          // A start that stops half-way through its repairs must not harm either.
          disk.operationsLeft = Math.ceil(operations / 10);
          await untilDoneOrStopped(disk, open(disk));
          disk = end === 'kill' ? disk.afterKill() : disk.afterPowerLoss();
          const reopened = await open(disk);
          const acknowledged = held.concat(resolved);
          expect(reopened.lastPosition).toBeGreaterThanOrEqual(acknowledged.at(-1)?.lastPosition ?? 0);
          held = held.concat(appended.flat()).slice(0, reopened.lastPosition);
          // What was read must stay, whatever happens next: opening made it durable.
          disk = disk.afterPowerLoss();
        }
        const log = await open(disk);
        expect(await readAll(log)).toEqual(plain(held.filter((batch) => batch.firstPosition >= log.firstPosition)));
      }),
      { numRuns: 150 },
    );
  });

  it('should never read a rejected batch again, unless it said that it could not be erased', {
    timeout: 120_000,
  }, async () => {
    const fault = fc.record({
      code: fc.constantFrom('EIO' as const, 'ENOSPC' as const),
      operation: fc.constantFrom<DiskOperation>('write', 'sync', 'create', 'rename', 'syncFolder'),
      after: fc.integer({ min: 0, max: 12 }),
      times: fc.constantFrom(1, 2, Infinity),
    });
    await fc.assert(
      fc.asyncProperty(fc.integer(), runsOf, fault, fc.boolean(), async (seed, runs, failure, isPowerLoss) => {
        let disk = new SimulatedDisk(randomFrom(seed));
        const log = await open(disk);
        let seen = 0;
        disk.fault = (operation) => {
          if (operation !== failure.operation) return undefined;
          seen++;
          return seen > failure.after && seen <= failure.after + failure.times ? failure.code : undefined;
        };
        const { resolved, rejected } = await appendUntilStopped(disk, log, batchesOf(runs, 1));
        const code = failure.code === 'EIO' ? 'IO' : 'DISK_FULL';
        for (const [index, { error }] of rejected.entries()) {
          expect(error).toMatchObject({ name: 'LogAppendError', code: index === 0 ? code : expect.any(String) });
        }

        disk = isPowerLoss ? disk.afterPowerLoss() : disk.afterKill();
        const reopened = await open(disk);
        const content = await readAll(reopened);
        const isErased = !rejected.some(({ error }) => error.message.includes('could not be erased'));
        const expected = plain(resolved.filter((batch) => batch.firstPosition >= reopened.firstPosition));
        expect(content.slice(0, expected.length)).toEqual(expected);
        if (isErased) expect(content).toHaveLength(expected.length);

        const next = batchRun(reopened.lastPosition + 1, 3);
        disk.operationsLeft = Infinity;
        await Promise.all(next.map((batch) => reopened.append(batch)));
        expect(await readAll(reopened)).toEqual(content.concat(plain(next)));
      }),
      { numRuns: 300 },
    );
  });
});
