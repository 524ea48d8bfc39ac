import {
  BatchOperationChunkIntent,
  BatchOperationExecutionIntent,
  BatchOperationInitializationIntent,
  type BatchOperationInitializationValue,
  type BatchOperationItem,
  type Key,
  NO_DELIVERY,
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
  const { value } = command;
  const { batchOperationKey, searchResultCursor } = value;
  const { write, state } = processing;
  const operation = state.batchOperations.get(batchOperationKey);
  const refusal = checkTurn(operation, value);
  if (operation === undefined || refusal !== undefined) {
    return write.reject(refusal ?? RejectionType.NOT_FOUND, refusalText(batchOperationKey));
  }
  const { areItemsDelivered } = operation.value;
  const page = areItemsDelivered ? deliveredPage(value) : search(processing, operation, searchResultCursor);
  if (typeof page === 'string') return giveUp(processing, batchOperationKey, page);
  writeChunks(processing, batchOperationKey, page.items);
  const { INITIALIZING, INITIALIZED } = BatchOperationInitializationIntent;
  const intent = page.cursor === undefined ? INITIALIZED : INITIALIZING;
  const advanced = { ...value, ...NO_DELIVERY, searchResultCursor: page.cursor ?? '' };
  write.respond(write.event(ValueType.BATCH_OPERATION_INITIALIZATION, intent, batchOperationKey, advanced));
  if (!operation.isSuspended) continueBatchOperation(processing, batchOperationKey);
};

/** @returns how a step is refused that is not the next one; deliveries need no answer twice, so these tell more. */
function checkTurn(
  operation: BatchOperation | undefined,
  { searchResultCursor }: BatchOperationInitializationValue,
): RejectionType | undefined {
  if (operation === undefined) return RejectionType.NOT_FOUND;
  if (operation.isInitialized || operation.isFinished) return RejectionType.ALREADY_EXISTS;
  const isHeld = operation.isSuspended && !operation.value.areItemsDelivered;
  return isHeld || operation.cursor !== searchResultCursor ? RejectionType.INVALID_STATE : undefined;
}

function refusalText(batchOperationKey: Key): string {
  return `Expected the batch operation with key '${batchOperationKey}' to search for items, but it is suspended, further on or over`;
}

/** @returns why there is none. */
function deliveredPage({ items, isLast, failure }: BatchOperationInitializationValue): ItemPage | string {
  if (failure !== '') return failure;
  const last = items.at(-1);
  return { items, cursor: isLast || last === undefined ? undefined : String(last.itemKey) };
}

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
  const executed = { batchOperationKey, itemKeys: [], errorType: error.type, errorMessage };
  const { write } = processing;
  write.respond(write.event(ValueType.BATCH_OPERATION_EXECUTION, EXECUTED, batchOperationKey, executed));
  const report = partitionReport(processing.partitionId, batchOperationKey, { error });
  sendCommand(processing, partitionIdOf(batchOperationKey), report);
}
