import { BatchOperationLifecycleManagementIntent, partitionIdOf, type ValueType } from '@waggle/protocol';
import { removalDate } from '@waggle/secondary-storage';
import type { Fold } from '../fold.ts';

/** The partition that leads the operation tells its state; on the others it comes later. */
export const foldBatchOperationLifecycleManagement: Fold<typeof ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT> = (
  { intent, timestamp, value: { batchOperationKey, errors } },
  { changes, partitionId, retention },
) => {
  const { CANCELED } = BatchOperationLifecycleManagementIntent;
  const cancelItems = () =>
    changes.execute(
      `UPDATE batch_operation_item SET state = 'CANCELED', processed_date = ?
      WHERE batch_operation_key = ? AND state = 'ACTIVE'`,
      [timestamp, batchOperationKey],
    );
  if (partitionIdOf(batchOperationKey) !== partitionId) {
    // Until it heard of that, it may have told of further items.
    if (intent === CANCELED) cancelItems();
    return;
  }
  const setState = (state: string) =>
    changes.execute('UPDATE batch_operation SET state = ? WHERE batch_operation_key = ?', [state, batchOperationKey]);
  const end = (state: string) =>
    changes.execute(
      'UPDATE batch_operation SET state = ?, end_date = ?, errors = ?, removal_date = ? WHERE batch_operation_key = ?',
      [state, timestamp, JSON.stringify(errors), removalDate(timestamp, retention.batchOperationMs), batchOperationKey],
    );
  switch (intent) {
    case BatchOperationLifecycleManagementIntent.SUSPENDED:
      setState('SUSPENDED');
      break;
    case BatchOperationLifecycleManagementIntent.RESUMED:
      setState('ACTIVE');
      break;
    case BatchOperationLifecycleManagementIntent.COMPLETED:
      end(errors.length === 0 ? 'COMPLETED' : 'PARTIALLY_COMPLETED');
      break;
    case BatchOperationLifecycleManagementIntent.FAILED:
      end('FAILED');
      break;
    case CANCELED:
      end('CANCELED');
      cancelItems();
      break;
  }
};
