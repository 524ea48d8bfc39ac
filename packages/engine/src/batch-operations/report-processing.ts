import {
  BatchOperationLifecycleManagementIntent,
  type BatchOperationPartitionLifecycleIntent,
  type BatchOperationPartitionLifecycleValue,
  type LogRecord,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { distributeCommand } from '../behavior/distribution/command-distribution.ts';
import type { Processing } from '../processing.ts';

/** A partition is through: with the last one the operation ends, as failed only when none succeeded. */
export function receivePartitionReport(
  processing: Processing,
  { value }: LogRecord<BatchOperationPartitionLifecycleValue>,
  intent:
    | typeof BatchOperationPartitionLifecycleIntent.PARTITION_COMPLETED
    | typeof BatchOperationPartitionLifecycleIntent.PARTITION_FAILED,
): void {
  const { batchOperationKey: key, sourcePartitionId } = value;
  const { state, write } = processing;
  if (!state.batchOperationPartitions.has(key, BigInt(sourcePartitionId))) {
    const reason = `Expected partition ${sourcePartitionId} to work on the batch operation with key '${key}', but it does not`;
    write.reject(RejectionType.NOT_FOUND, reason);
    return;
  }
  write.event(ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE, intent, key, value);
  if (!state.batchOperationPartitions.isEmpty(key)) return;
  const operation = state.batchOperations.get(key);
  if (operation === undefined) throw new Error(`Expected a batch operation with key ${key}, but there is none`);
  const { errors } = operation;
  const hasFailed = errors.length >= operation.value.partitionIds.length;
  const { COMPLETE, COMPLETED, FAIL, FAILED } = BatchOperationLifecycleManagementIntent;
  const ended = { batchOperationKey: key, errors };
  write.event(ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT, hasFailed ? FAILED : COMPLETED, key, ended);
  distributeCommand(
    processing,
    processing.keys.next(),
    {
      valueType: ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT,
      intent: hasFailed ? FAIL : COMPLETE,
      value: ended,
    },
    'batchOperations',
  );
}
