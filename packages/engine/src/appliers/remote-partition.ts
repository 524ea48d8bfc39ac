import { type Key, partitionIdOf } from '@waggle/protocol';

/** Whether two entities live on different partitions, so that what one asks of the other may get lost. */
export function isRemote(oneKey: Key, otherKey: Key): boolean {
  return partitionIdOf(oneKey) !== partitionIdOf(otherKey);
}
