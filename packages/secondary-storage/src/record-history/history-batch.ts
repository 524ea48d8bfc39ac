import { counterOf, type LogRecord, partitionIdOf } from '@waggle/protocol';
import { processInstanceKeyOf, toldInstanceKeysOf } from './process-instance-key-of.ts';

/** A batch of the log on its way into the history, without its records: they would outlive the moment they are decoded in. */
export interface HistoryBatch {
  readonly firstPosition: number;
  readonly lastPosition: number;
  /** Of the newest record, epoch ms. */
  readonly timestamp: number;
  /**
   * Counters of the keys of the partition's own process instances that it tells of, each once. Those of other partitions,
   * whose messages wait here, are not among them: positions of two partitions have no order.
   */
  readonly keys: readonly number[];
  readonly data: Uint8Array;
}

/** @param records those of the batch, at least one. */
export function historyBatch(partitionId: number, data: Uint8Array, records: readonly LogRecord[]): HistoryBatch {
  const keys = new Set<number>();
  let last: bigint | undefined;
  for (const record of records) {
    for (const told of toldInstanceKeysOf(record)) {
      if (partitionIdOf(told) === partitionId) keys.add(Number(counterOf(told)));
    }
    const key = processInstanceKeyOf(record);
    // Most records tell of the same instance as those before them.
    if (key === undefined || key === last) continue;
    last = key;
    if (partitionIdOf(key) === partitionId) keys.add(Number(counterOf(key)));
  }
  const { position, timestamp } = records.at(-1)!;
  return { firstPosition: records[0]!.position, lastPosition: position, timestamp, keys: [...keys], data };
}
