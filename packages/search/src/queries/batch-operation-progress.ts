import { type Key, keyOf } from '@waggle/protocol';
import { sql } from 'kysely';
import type { SpecialQuery } from '../reading/special-queries.ts';

interface ProgressRequest {
  readonly batchOperationKey: string;
  readonly partitionId: number;
}

/** What is known of a delivery of items to a partition. */
export interface BatchOperationProgress {
  /** Name of a BatchOperationType. */
  readonly type: string;
  /** JSON text. */
  readonly filter: string;
  /** Key of the last item that the partition has; empty = none. */
  readonly after: string;
}

/** How far the delivery of a batch operation's items has come. @returns `undefined` = it is over. */
export const batchOperationProgress: SpecialQuery<ProgressRequest> = async (
  { batchOperationKey, partitionId },
  { all },
) => {
  const key = BigInt(batchOperationKey) as Key;
  const [operation] = await all(sql`
    SELECT type, item_filter FROM batch_operation
    WHERE batch_operation_key = ${key} AND end_date IS NULL AND item_filter IS NOT NULL`);
  if (operation === undefined) return undefined;
  const [last] = await all(sql`
    SELECT CAST(MAX(item_key) AS TEXT) FROM batch_operation_item
    WHERE batch_operation_key = ${key} AND item_key > ${keyOf(partitionId, 0n)}
      AND item_key < ${keyOf(partitionId + 1, 0n)}`);
  const [type, filter] = operation as readonly [string, string];
  const progress: BatchOperationProgress = { type, filter, after: (last?.[0] as string | null | undefined) ?? '' };
  return JSON.stringify(progress);
};
