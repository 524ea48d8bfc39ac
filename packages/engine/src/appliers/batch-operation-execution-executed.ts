import type { BatchOperationExecutionValue, BatchOperationItem, Key } from '@waggle/protocol';
import type { BatchOperation } from '../batch-operations/batch-operation.ts';
import type { EngineState } from '../state/engine-state.ts';
import type { Applier } from './applier.ts';

export const batchOperationExecutionExecuted: Applier<BatchOperationExecutionValue> = (state, record) => {
  const { batchOperationKey, itemKeys, errorType, errorMessage } = record.value;
  const operation = state.batchOperations.get(batchOperationKey);
  if (operation === undefined) return;
  if (itemKeys.length === 0) {
    const error = errorType === '' ? undefined : { type: errorType, message: errorMessage };
    state.batchOperations.put(batchOperationKey, { ...operation, isFinished: true, error });
    return;
  }
  state.batchOperations.put(batchOperationKey, {
    ...operation,
    nextItemIndex: nextItemIndex(state, batchOperationKey, operation, itemKeys.length),
    executedCount: operation.executedCount + itemKeys.length,
  });
};

/** A chunk whose items are all handed out goes. */
function nextItemIndex(state: EngineState, key: Key, operation: BatchOperation, count: number): number {
  let first: readonly [Key, readonly BatchOperationItem[]] | undefined;
  state.batchOperationChunks.forEach(key, (chunkKey, items) => {
    first = [chunkKey, items];
    return false;
  });
  const index = operation.nextItemIndex + count;
  if (first === undefined || index < first[1].length) return index;
  state.batchOperationChunks.delete(key, first[0]);
  return 0;
}
