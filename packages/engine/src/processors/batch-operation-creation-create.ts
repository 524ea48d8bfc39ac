import {
  BatchOperationCreationIntent,
  type BatchOperationCreationValue,
  partitionIdOf,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { continueBatchOperation } from '../batch-operations/chain.ts';
import { checkBatchOperation } from '../batch-operations/creation-check.ts';
import { distributeCommand } from '../behavior/command-distribution.ts';
import { isDistributed } from '../behavior/distributed-origin.ts';
import type { Processor } from './processor.ts';

/** Begins an operation on many instances. Every partition finds and works on its own. */
export const batchOperationCreationCreate: Processor<BatchOperationCreationValue> = (processing, command) => {
  const { state, write } = processing;
  const { CREATE, CREATED } = BatchOperationCreationIntent;
  if (isDistributed(processing, command)) {
    const last = state.lastBatchOperations.get(BigInt(partitionIdOf(command.key)));
    // They come in order, so this one was here before; it may be over already.
    if (last !== undefined && last >= command.key) {
      const reason = `Expected a new batch operation, but the one with key '${command.key}' was here before`;
      return write.reject(RejectionType.ALREADY_EXISTS, reason);
    }
    write.event(ValueType.BATCH_OPERATION_CREATION, CREATED, command.key, command.value);
    return continueBatchOperation(processing, command.key);
  }
  checkBatchOperation(command.value);
  const key = processing.keys.next();
  const partitionIds = Array.from({ length: processing.partitionCount }, (_, index) => index + 1);
  const value = { ...command.value, batchOperationKey: key, partitionIds };
  write.respond(write.event(ValueType.BATCH_OPERATION_CREATION, CREATED, key, value));
  const distributed = { valueType: ValueType.BATCH_OPERATION_CREATION, intent: CREATE, value };
  distributeCommand(processing, key, distributed, 'batchOperations');
  continueBatchOperation(processing, key);
};
