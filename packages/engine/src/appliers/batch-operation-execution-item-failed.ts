import type { BatchOperationExecutionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationExecutionItemFailed: Applier<BatchOperationExecutionValue> = (state, record) => {
  const { batchOperationKey, itemKeys } = record.value;
  const operation = state.batchOperations.get(batchOperationKey);
  // The last items may fail when the operation is over already.
  if (operation === undefined) return;
  const failedCount = operation.failedCount + itemKeys.length;
  state.batchOperations.put(batchOperationKey, { ...operation, failedCount });
};
