import { BatchOperationCreationIntent, BatchOperationType, partitionIdOf, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

const typeNames: ReadonlyMap<BatchOperationType, string> = new Map(
  Object.entries(BatchOperationType).map(([name, type]) => [type, name]),
);

/**
 * Partitions are exported at their own pace, so each makes the row before it adds to it. That, and all that follows, is done
 * by statements, as these keep their order.
 */
export const foldBatchOperationCreation: Fold<typeof ValueType.BATCH_OPERATION_CREATION> = (
  { intent, key, timestamp, value },
  { changes, partitionId, wantItems },
) => {
  if (intent !== BatchOperationCreationIntent.CREATED) return;
  changes.execute(
    `INSERT INTO batch_operation (batch_operation_key, type, item_filter, state, start_date, actor_type, operations_total_count,
      operations_failed_count, operations_completed_count, errors)
    VALUES (?, ?, ?, 'CREATED', ?, 'ANONYMOUS', 0, 0, 0, '[]') ON CONFLICT (batch_operation_key) DO NOTHING`,
    [
      key,
      typeNames.get(value.batchOperationType) ?? 'UNKNOWN',
      value.areItemsDelivered ? value.entityFilter : null,
      timestamp,
    ],
  );
  if (value.areItemsDelivered && partitionIdOf(key) === partitionId) wantItems(key);
};
