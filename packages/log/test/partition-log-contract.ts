/** What every PartitionLog must do, whoever keeps it. Each implementation's tests run it. */
import type { PartitionLog } from '@waggle/engine';
import { describe, expect, it } from 'vitest';
import { BATCH_BYTES_MAX } from '../src/limits.ts';
import { batchAt, batchRun, collect, plain, readAll, rejectionOf } from './batches.ts';

export interface ContractSubject {
  /** An empty log. The caller closes it. */
  readonly create: () => Promise<PartitionLog>;
  /** Opens a closed log once more. */
  readonly reopen: (log: PartitionLog) => Promise<PartitionLog>;
}

export function describePartitionLogContract(name: string, { create, reopen }: ContractSubject): void {
  describe(`${name} as a PartitionLog`, { timeout: 30_000 }, () => {
    it('should start empty', async () => {
      const log = await create();
      expect([log.firstPosition, log.lastPosition]).toEqual([1, 0]);
      expect(await readAll(log, 1)).toEqual([]);
      await log.close();
    });

    it('should read what was appended one by one', async () => {
      const log = await create();
      const batches = [batchAt(1, 3), batchAt(4, 1, 0), batchAt(5, 2, 1000)];
      for (const batch of batches) {
        await log.append(batch);
        expect(log.lastPosition).toBe(batch.lastPosition);
      }
      expect(await readAll(log)).toEqual(plain(batches));
      await log.close();
    });

    it('should settle pipelined appends in the order of their calls', async () => {
      const log = await create();
      const settled: number[] = [];
      const batches = batchRun(1, 50);
      await Promise.all(batches.map((batch) => log.append(batch).then(() => settled.push(batch.firstPosition))));
      expect(settled).toEqual(batches.map((batch) => batch.firstPosition));
      expect(await readAll(log)).toEqual(plain(batches));
      await log.close();
    });

    it('should never read an append before it is resolved', async () => {
      const log = await create();
      const appends = batchRun(1, 20).map((batch) => log.append(batch));
      let isSettled = false;
      const all = Promise.all(appends).then(() => {
        isSettled = true;
      });
      while (!isSettled) {
        const durable = log.lastPosition;
        expect((await readAll(log)).length).toBeGreaterThanOrEqual(durable);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await all;
      await log.close();
    });

    it('should read from the batch that contains the position', async () => {
      const log = await create();
      await Promise.all([batchAt(1, 3), batchAt(4, 3), batchAt(7, 3)].map((batch) => log.append(batch)));
      const firsts = async (position: number) => (await readAll(log, position)).map((batch) => batch.firstPosition);
      expect(await firsts(1)).toEqual([1, 4, 7]);
      expect(await firsts(4)).toEqual([4, 7]);
      expect(await firsts(6)).toEqual([4, 7]);
      expect(await firsts(9)).toEqual([7]);
      expect(await firsts(10)).toEqual([]);
      expect(await firsts(1000)).toEqual([]);
      await log.close();
    });

    it('should read to the end as of the call, and let readers run beside appends', async () => {
      const log = await create();
      await Promise.all(batchRun(1, 5).map((batch) => log.append(batch)));
      const reading = log.read(1);
      await Promise.all(batchRun(6, 5).map((batch) => log.append(batch)));
      expect((await collect(reading)).map((batch) => batch.firstPosition)).toEqual([1, 2, 3, 4, 5]);
      expect(await readAll(log)).toHaveLength(10);
      await log.close();
    });

    it('should let a reader stop in the middle', async () => {
      const log = await create();
      await Promise.all(batchRun(1, 5).map((batch) => log.append(batch)));
      for await (const batch of log.read(1)) if (batch.firstPosition === 2) break;
      await log.close();
    });

    it('should keep its content when it is closed and opened again', async () => {
      let log = await create();
      await Promise.all(batchRun(1, 5).map((batch) => log.append(batch)));
      await log.close();
      log = await reopen(log);
      expect([log.firstPosition, log.lastPosition]).toEqual([1, 5]);
      await log.append(batchAt(6));
      expect(await readAll(log)).toEqual(plain(batchRun(1, 6)));
      await log.close();
    });

    it('should settle appends on their way before it is closed, refuse later ones, and close twice', async () => {
      let log = await create();
      const order: string[] = [];
      const appended = log.append(batchAt(1)).then(() => order.push('appended'));
      const closing = log.close().then(() => order.push('closed'));
      const refused = rejectionOf(log.append(batchAt(2))).then((error) => {
        order.push('refused');
        return error;
      });
      await Promise.all([appended, closing, log.close()]);
      expect(order.indexOf('appended')).toBeLessThan(order.indexOf('closed'));
      expect(order.indexOf('appended')).toBeLessThan(order.indexOf('refused'));
      expect(await refused).toMatchObject({ name: 'LogAppendError', code: 'CLOSED' });
      expect(await rejectionOf(log.append(batchAt(2)))).toMatchObject({ name: 'LogAppendError', code: 'CLOSED' });
      expect(await rejectionOf(collect(log.read(1)))).toMatchObject({ code: 'CLOSED' });
      log = await reopen(log);
      expect(log.lastPosition).toBe(1);
      await log.close();
    });

    it.each([
      ['a gap', batchAt(3)],
      ['a repetition', batchAt(1)],
      ['an end before its start', { ...batchAt(2), lastPosition: 1 }],
      ['a position that is none', { ...batchAt(2), lastPosition: Number.NaN }],
    ])('should refuse a batch with %s and take no more, while earlier ones go on', async (_, wrong) => {
      let log = await create();
      const first = log.append(batchAt(1));
      const refused = rejectionOf(log.append(wrong));
      const behind = rejectionOf(log.append(batchAt(2)));
      await first;
      expect(await refused).toMatchObject({ name: 'LogUsageError', code: 'NOT_CONTIGUOUS' });
      expect(await behind).toMatchObject({ name: 'LogAppendError', code: 'CLOSED' });
      expect(await rejectionOf(log.append(batchAt(2)))).toMatchObject({ name: 'LogAppendError', code: 'CLOSED' });
      expect(await readAll(log)).toEqual(plain([batchAt(1)]));
      await log.close();
      log = await reopen(log);
      await log.append(batchAt(2));
      expect(await readAll(log)).toEqual(plain([batchAt(1), batchAt(2)]));
      await log.close();
    });

    it('should take a batch of the largest size, and refuse a larger one', async () => {
      let log = await create();
      const largest = { firstPosition: 1, lastPosition: 9, data: Buffer.alloc(BATCH_BYTES_MAX, 7) };
      await log.append(largest);
      const error = await rejectionOf(
        log.append({ firstPosition: 10, lastPosition: 10, data: Buffer.alloc(BATCH_BYTES_MAX + 1) }),
      );
      expect(error).toMatchObject({ name: 'LogUsageError', code: 'BATCH_TOO_LARGE' });
      await log.close();
      log = await reopen(log);
      const read = await collect(log.read(1));
      expect(read.map((batch) => [batch.firstPosition, batch.lastPosition])).toEqual([[1, 9]]);
      expect(largest.data.equals(read[0]!.data)).toBe(true);
      await log.close();
    });

    it('should let go of no more than compaction asks for, never of the end, and refuse to read below', async () => {
      let log = await create();
      for (const batch of batchRun(1, 40, 1000)) await log.append(batch);
      await log.compact(20);
      expect(log.firstPosition).toBeLessThanOrEqual(20);
      const first = log.firstPosition;
      if (first > 1) {
        const error = await rejectionOf(collect(log.read(first - 1)));
        expect(error).toMatchObject({ name: 'LogUsageError', code: 'POSITION_COMPACTED' });
      }
      expect(await readAll(log)).toEqual(plain(batchRun(first, 41 - first, 1000)));
      await log.close();

      log = await reopen(log);
      expect([log.firstPosition, log.lastPosition]).toEqual([first, 40]);
      await Promise.all([log.compact(1000), log.compact(30), log.append(batchAt(41))]);
      expect(log.lastPosition).toBe(41);
      expect(log.firstPosition).toBeLessThanOrEqual(41);
      expect((await readAll(log)).at(-1)).toEqual(plain([batchAt(41)])[0]);
      await log.close();
    });
  });
}
