import {
  BatchOperationChunkIntent,
  BatchOperationExecutionIntent,
  BatchOperationInitializationIntent,
  type BatchOperationInitializationValue,
  type BatchOperationItem,
  type Key,
  partitionIdOf,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import type { BatchOperation } from '../batch-operations/batch-operation.ts';
import { continueBatchOperation } from '../batch-operations/chain.ts';
import { type ItemPage, searchItems } from '../batch-operations/item-search.ts';
import { partitionReport } from '../batch-operations/partition-report.ts';
import { sendCommand } from '../behavior/distribution/send-command.ts';
import type { Processing } from '../processing.ts';
import type { Processor } from './processor.ts';

/** Items kept in one row. Rows go whole, so a canceled operation leaves few to remove. */
const CHUNK_ITEMS_MAX = 500;

/** Finds the next page of an operation's items on this partition. */
export const batchOperationInitializationInitialize: Processor<BatchOperationInitializationValue> = (
  processing,
  command,
) => {
  const { batchOperationKey, searchResultCursor } = command.value;
  const operation = processing.state.batchOperations.get(batchOperationKey);
  const isNext = operation !== undefined && !operation.isInitialized && operation.cursor === searchResultCursor;
  if (!isNext || operation.isSuspended || operation.isFinished) {
    const reason = `Expected the batch operation with key '${batchOperationKey}' to search for items, but it is suspended or further on`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const page = search(processing, operation, searchResultCursor);
  if (typeof page === 'string') return giveUp(processing, batchOperationKey, page);
  writeChunks(processing, batchOperationKey, page.items);
  const { INITIALIZING, INITIALIZED } = BatchOperationInitializationIntent;
  const intent = page.cursor === undefined ? INITIALIZED : INITIALIZING;
  processing.write.event(ValueType.BATCH_OPERATION_INITIALIZATION, intent, batchOperationKey, {
    ...command.value,
    searchResultCursor: page.cursor ?? '',
  });
  continueBatchOperation(processing, batchOperationKey);
};

/** @returns why it failed: one partition's failure ends its part of the operation, not the operation. */
function search(processing: Processing, { value }: BatchOperation, cursor: string): ItemPage | string {
  try {
    return searchItems(processing, value, cursor);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function writeChunks({ write, keys }: Processing, batchOperationKey: Key, items: readonly BatchOperationItem[]): void {
  const { CREATED } = BatchOperationChunkIntent;
  for (let start = 0; start < items.length; start += CHUNK_ITEMS_MAX) {
    write.event(ValueType.BATCH_OPERATION_CHUNK, CREATED, keys.next(), {
      batchOperationKey,
      items: items.slice(start, start + CHUNK_ITEMS_MAX),
    });
  }
}

function giveUp(processing: Processing, batchOperationKey: Key, errorMessage: string): void {
  const { EXECUTED } = BatchOperationExecutionIntent;
  const error = { type: 'QUERY_FAILED', message: errorMessage };
  processing.write.event(ValueType.BATCH_OPERATION_EXECUTION, EXECUTED, batchOperationKey, {
    batchOperationKey,
    itemKeys: [],
    errorType: error.type,
    errorMessage,
  });
  const report = partitionReport(processing.partitionId, batchOperationKey, { error });
  sendCommand(processing, partitionIdOf(batchOperationKey), report);
}
