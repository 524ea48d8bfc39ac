import type { BatchOperationCreationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationCreationCreated: Applier<BatchOperationCreationValue> = (state, record) => {
  const { key, value } = record;
  state.batchOperations.put(key, {
    value,
    isSuspended: false,
    isInitialized: false,
    cursor: '',
    nextItemIndex: 0,
    itemCount: 0,
    executedCount: 0,
    failedCount: 0,
    isFinished: false,
    error: undefined,
    errors: [],
  });
  for (const partitionId of value.partitionIds) state.batchOperationPartitions.put(key, BigInt(partitionId), true);
};
