import { BatchOperationCreationIntent, type BatchOperationCreationValue, ValueType } from '@waggle/protocol';
import { continueBatchOperation } from '../batch-operations/chain.ts';
import { checkBatchOperation } from '../batch-operations/creation-check.ts';
import { distributeCommand } from '../behavior/distribution/command-distribution.ts';
import { originOf } from '../behavior/distribution/distributed-origin.ts';
import type { Processor } from './processor.ts';

/** Begins an operation on many instances. Every partition finds and works on its own. */
export const batchOperationCreationCreate: Processor<BatchOperationCreationValue> = (processing, command) => {
  const { write } = processing;
  const { CREATE, CREATED } = BatchOperationCreationIntent;
  const origin = originOf(processing, command, 'batchOperations');
  if (origin === 'repeated') return;
  if (origin === 'distributed') {
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
