import { BatchOperationExecutionIntent, type ValueType } from '@waggle/protocol';
import { endBatchOperationItem } from '../batch-operation-items.ts';
import type { Fold } from '../fold.ts';

export const foldBatchOperationExecution: Fold<typeof ValueType.BATCH_OPERATION_EXECUTION> = (
  { intent, timestamp, value },
  { changes },
) => {
  if (intent !== BatchOperationExecutionIntent.ITEM_FAILED) return;
  const { batchOperationKey, itemKeys, errorType, errorMessage } = value;
  for (const itemKey of itemKeys) {
    endBatchOperationItem(changes, batchOperationKey, itemKey, {
      state: 'FAILED',
      timestamp,
      errorMessage: `${errorType}: ${errorMessage}`,
    });
  }
};
