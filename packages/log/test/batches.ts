import type { LogBatch, PartitionLog } from '@waggle/engine';

/** A batch whose bytes follow from its position, so that a reader can tell whether it got the right ones. */
export function batchAt(firstPosition: number, positions = 1, bytes = 20): LogBatch {
  const data = Buffer.alloc(bytes);
  // Never zero: zeros are what an empty segment holds.
  for (let index = 0; index < bytes; index++) data[index] = 1 + ((firstPosition * 31 + index * 7) % 255);
  return { firstPosition, lastPosition: firstPosition + positions - 1, data };
}

/** Batches of the given sizes, one behind the other. */
export function batchesFrom(firstPosition: number, sizes: readonly { positions: number; bytes: number }[]): LogBatch[] {
  let next = firstPosition;
  return sizes.map(({ positions, bytes }) => {
    const batch = batchAt(next, positions, bytes);
    next = batch.lastPosition + 1;
    return batch;
  });
}

/** `count` batches of one position each. */
export function batchRun(firstPosition: number, count: number, bytes = 20): LogBatch[] {
  return batchesFrom(
    firstPosition,
    Array.from({ length: count }, () => ({ positions: 1, bytes })),
  );
}

export async function readAll(log: PartitionLog, position = log.firstPosition): Promise<LogBatch[]> {
  return plain(await collect(log.read(position)));
}

/** All batches of a read, as they came. */
export async function collect(batches: AsyncIterable<LogBatch>): Promise<LogBatch[]> {
  const collected: LogBatch[] = [];
  for await (const batch of batches) collected.push(batch);
  return collected;
}

/** Batches as comparable values, whatever kind of array their data is. */
export function plain(batches: readonly LogBatch[]): LogBatch[] {
  return batches.map(({ firstPosition, lastPosition, data }) => ({
    firstPosition,
    lastPosition,
    data: Uint8Array.from(data),
  }));
}

/** The error a promise is rejected with; fails when it is not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Error & { code?: string }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw new Error(`Expected an Error, but got ${String(error)}.`);
  }
  throw new Error('Expected a rejection, but the promise was resolved.');
}
