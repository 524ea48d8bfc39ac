import {
  BatchOperationExecutionIntent,
  type BatchOperationExecutionValue,
  type BatchOperationItem,
  type Key,
  partitionIdOf,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import type { BatchOperation } from '../batch-operations/batch-operation.ts';
import { continueBatchOperation } from '../batch-operations/chain.ts';
import { sendItemCommand } from '../batch-operations/item-command.ts';
import { partitionReport } from '../batch-operations/partition-report.ts';
import { sendCommand } from '../behavior/distribution/send-command.ts';
import type { Processing } from '../processing.ts';
import type { Processor } from './processor.ts';

/** Items per step: what follows from them is processed before the next, so no queue grows with the operation. */
const ITEMS_PER_STEP = 10;

/** Hands out the next items of an operation, or tells that this partition is through. */
export const batchOperationExecutionExecute: Processor<BatchOperationExecutionValue> = (processing, command) => {
  const { value } = command;
  const { batchOperationKey } = value;
  const { write, state } = processing;
  const operation = state.batchOperations.get(batchOperationKey);
  if (operation === undefined || operation.isSuspended || operation.isFinished) {
    const reason = `Expected the batch operation with key '${batchOperationKey}' to go on, but it is suspended or over`;
    return write.reject(RejectionType.INVALID_STATE, reason);
  }
  const items = nextItems(processing, batchOperationKey, operation);
  const { EXECUTING, EXECUTED } = BatchOperationExecutionIntent;
  const executed = { ...value, itemKeys: items.map(({ itemKey }) => itemKey) };
  if (items.length > 0) write.event(ValueType.BATCH_OPERATION_EXECUTION, EXECUTING, batchOperationKey, executed);
  for (const item of items) sendItemCommand(processing, operation.value, item);
  write.event(ValueType.BATCH_OPERATION_EXECUTION, EXECUTED, batchOperationKey, executed);
  if (items.length > 0) return continueBatchOperation(processing, batchOperationKey);
  const report = partitionReport(processing.partitionId, batchOperationKey, operation);
  sendCommand(processing, partitionIdOf(batchOperationKey), report);
};

function nextItems({ state }: Processing, key: Key, { nextItemIndex }: BatchOperation): readonly BatchOperationItem[] {
  let items: readonly BatchOperationItem[] = [];
  state.batchOperationChunks.forEach(key, (_chunkKey, chunk) => {
    items = chunk.slice(nextItemIndex, nextItemIndex + ITEMS_PER_STEP);
    return false;
  });
  return items;
}
