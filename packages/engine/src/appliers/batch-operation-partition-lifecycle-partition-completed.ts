import type { BatchOperationPartitionLifecycleValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationPartitionLifecyclePartitionCompleted: Applier<BatchOperationPartitionLifecycleValue> = (
  state,
  record,
) => {
  const { batchOperationKey, sourcePartitionId, errors } = record.value;
  state.batchOperationPartitions.delete(batchOperationKey, BigInt(sourcePartitionId));
  const operation = state.batchOperations.get(batchOperationKey);
  if (operation === undefined || errors.length === 0) return;
  state.batchOperations.put(batchOperationKey, { ...operation, errors: [...operation.errors, ...errors] });
};
