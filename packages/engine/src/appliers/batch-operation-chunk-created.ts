import type { BatchOperationChunkValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationChunkCreated: Applier<BatchOperationChunkValue> = (state, record) => {
  const { batchOperationKey, items } = record.value;
  const operation = state.batchOperations.get(batchOperationKey);
  if (operation === undefined) return;
  state.batchOperationChunks.put(batchOperationKey, record.key, items);
  state.batchOperations.put(batchOperationKey, { ...operation, itemCount: operation.itemCount + items.length });
};
