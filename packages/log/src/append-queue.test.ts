import { describe, expect, it } from 'vitest';
import { batchRun, rejectionOf } from '../test/batches.ts';
import { AppendQueue } from './append-queue.ts';
import { BATCH_BYTES_MAX, BATCH_POSITIONS_MAX, GROUP_BATCHES_MAX, PENDING_BYTES_MAX } from './limits.ts';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

function queueOfGroups(groupBytesMax: number) {
  const groups: number[] = [];
  const queue = new AppendQueue({
    nextPosition: 1,
    groupBytesMax,
    commit: async (group) => {
      groups.push(group.length);
      await nextTurn();
    },
  });
  return { groups, queue };
}

describe('an append queue', () => {
  it('should commit at most groupBytesMax together, unless one batch alone is larger', async () => {
    const { groups, queue } = queueOfGroups(100);
    const sizes = [40, 60, 40, 61, 101, 1, 0];
    const batches = sizes.map((bytes, index) => batchRun(index + 1, 1, bytes)[0]!);
    await Promise.all(batches.map((batch) => queue.append(batch)));
    expect(groups).toEqual([2, 1, 1, 1, 2]);
  });

  it('should commit at most GROUP_BATCHES_MAX together', async () => {
    const { groups, queue } = queueOfGroups(1000);
    await Promise.all(batchRun(1, GROUP_BATCHES_MAX + 1, 0).map((batch) => queue.append(batch)));
    expect(groups).toEqual([GROUP_BATCHES_MAX, 1]);
  });

  it('should take BATCH_POSITIONS_MAX positions in a batch, and refuse one more', async () => {
    const { queue } = queueOfGroups(1000);
    await queue.append({ firstPosition: 1, lastPosition: BATCH_POSITIONS_MAX, data: new Uint8Array(1) });
    const firstPosition = BATCH_POSITIONS_MAX + 1;
    const tooMany = { firstPosition, lastPosition: firstPosition + BATCH_POSITIONS_MAX, data: new Uint8Array(1) };
    expect(await rejectionOf(queue.append(tooMany))).toMatchObject({ code: 'BATCH_TOO_LARGE' });
  });

  it('should hold PENDING_BYTES_MAX unsettled bytes, and refuse more', async () => {
    const { queue } = queueOfGroups(1000);
    const data = new Uint8Array(BATCH_BYTES_MAX);
    const count = PENDING_BYTES_MAX / BATCH_BYTES_MAX;
    const held = Array.from({ length: count }, (_, index) =>
      queue.append({ firstPosition: index + 1, lastPosition: index + 1, data }),
    );
    const refused = rejectionOf(
      queue.append({ firstPosition: count + 1, lastPosition: count + 1, data: new Uint8Array(1) }),
    );
    await Promise.all(held);
    expect(await refused).toMatchObject({ name: 'LogUsageError', code: 'PENDING_TOO_MUCH' });
  });
});
