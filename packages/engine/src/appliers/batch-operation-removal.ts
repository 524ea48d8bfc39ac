import type { Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';

/** An operation is over. Its items lie in rows of many, so there are few to remove. */
export function removeBatchOperation(state: EngineState, key: Key): void {
  state.batchOperations.delete(key);
  const chunkKeys: Key[] = [];
  state.batchOperationChunks.forEach(key, (chunkKey) => chunkKeys.push(chunkKey));
  for (const chunkKey of chunkKeys) state.batchOperationChunks.delete(key, chunkKey);
  const partitionIds: bigint[] = [];
  state.batchOperationPartitions.forEach(key, (partitionId) => partitionIds.push(partitionId));
  for (const partitionId of partitionIds) state.batchOperationPartitions.delete(key, partitionId);
}
