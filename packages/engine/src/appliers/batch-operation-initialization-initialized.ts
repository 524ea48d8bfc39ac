import type { BatchOperationInitializationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationInitializationInitialized: Applier<BatchOperationInitializationValue> = (state, record) => {
  const { batchOperationKey, searchResultCursor } = record.value;
  const operation = state.batchOperations.get(batchOperationKey);
  if (operation === undefined) return;
  state.batchOperations.put(batchOperationKey, { ...operation, cursor: searchResultCursor, isInitialized: true });
};
