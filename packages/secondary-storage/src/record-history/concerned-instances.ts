import { counterOf, type Key, type LogRecord, partitionIdOf } from '@waggle/protocol';

interface BelongsToInstance {
  readonly processInstanceKey?: Key;
}

/** The process instance a record tells of; `undefined` = none, or one that does not exist yet. */
export function processInstanceKeyOf({ value }: LogRecord): Key | undefined {
  const { processInstanceKey } = value as BelongsToInstance;
  return processInstanceKey !== undefined && processInstanceKey > 0n ? processInstanceKey : undefined;
}

/**
 * @returns counters of the keys of the partition's own process instances that the batches tell of. Those of other partitions, whose
 * messages wait here, are not among them: positions of two partitions have no order.
 */
export function concernedInstances(
  batches: readonly { readonly records: readonly LogRecord[] }[],
  partitionId: number,
): readonly number[] {
  const keys = new Set<Key>();
  let last: Key | undefined;
  for (const { records } of batches) {
    for (const record of records) {
      const key = processInstanceKeyOf(record);
      // Most records tell of the same instance as those before them.
      if (key === undefined || key === last) continue;
      last = key;
      keys.add(key);
    }
  }
  const counters: number[] = [];
  for (const key of keys) if (partitionIdOf(key) === partitionId) counters.push(Number(counterOf(key)));
  return counters;
}
