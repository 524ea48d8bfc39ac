import type { LogBatch } from '@waggle/engine';
import { describe, expect, it } from 'vitest';
import { batchAt, batchRun, plain, readAll, rejectionOf } from '../test/batches.ts';
import { describePartitionLogContract } from '../test/partition-log-contract.ts';
import { createFailingLog } from './failing-log.ts';
import { createMemoryLog } from './memory-log.ts';

const hold = () => new Promise<void>((resolve) => setImmediate(resolve));
let storage: LogBatch[];

describePartitionLogContract('a failing log that only delays', {
  create: async () => {
    storage = [];
    return createFailingLog(createMemoryLog({ storage }), { hold });
  },
  reopen: async () => createFailingLog(createMemoryLog({ storage }), { hold }),
});

describePartitionLogContract('a failing log whose failure is far away', {
  create: async () => {
    storage = [];
    return createFailingLog(createMemoryLog({ storage, flush: hold }), { failAt: 1000 });
  },
  reopen: async () => createFailingLog(createMemoryLog({ storage, flush: hold }), { failAt: 1000 }),
});

describe('a failing log', () => {
  it('should fail one of several pipelined appends, and all behind it, in order', async () => {
    const inner = createMemoryLog({ flush: hold });
    const log = createFailingLog(inner, { failAt: 3 });
    const order: string[] = [];

    const outcomes = batchRun(1, 5).map((batch) =>
      log.append(batch).then(
        () => order.push(`${batch.firstPosition} resolved`),
        (error) => order.push(`${batch.firstPosition} ${error.code}`),
      ),
    );
    await Promise.all(outcomes);

    expect(order).toEqual(['1 resolved', '2 resolved', '3 LEADERSHIP_LOST', '4 LEADERSHIP_LOST', '5 LEADERSHIP_LOST']);
    expect(await rejectionOf(log.append(batchAt(3)))).toMatchObject({ name: 'LogAppendError', code: 'CLOSED' });
    expect(await readAll(log)).toEqual(plain(batchRun(1, 2)));
  });

  it('should leave the log inside ready for another writer', async () => {
    const inner = createMemoryLog();
    await rejectionOf(createFailingLog(inner, { failAt: 1, code: 'DISK_FULL' }).append(batchAt(1)));
    await createFailingLog(inner, {}).append(batchAt(1, 2));
    expect(await readAll(inner)).toEqual(plain([batchAt(1, 2)]));
  });

  it('should hold an append, and all behind it, until its plan lets it go', async () => {
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const log = createFailingLog(createMemoryLog(), { hold: (append) => (append === 2 ? gate : undefined) });

    const appends = batchRun(1, 3).map((batch) => log.append(batch));
    await appends[0];
    await hold();
    expect(log.lastPosition).toBe(1);

    release();
    await Promise.all(appends);
    expect(log.lastPosition).toBe(3);
  });
});
