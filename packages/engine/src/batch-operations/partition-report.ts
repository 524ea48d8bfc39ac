import { BatchOperationPartitionLifecycleIntent, type Command, type Key, ValueType } from '@waggle/protocol';
import type { BatchOperation } from './batch-operation.ts';

type PartitionReport = Pick<
  Command<typeof ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE>,
  'valueType' | 'intent' | 'key' | 'value'
>;

/** What a partition tells the leading one when it is through. */
export function partitionReport(
  partitionId: number,
  key: Key,
  { error }: Pick<BatchOperation, 'error'>,
): PartitionReport {
  const { COMPLETE_PARTITION, FAIL_PARTITION } = BatchOperationPartitionLifecycleIntent;
  return {
    valueType: ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE,
    intent: error === undefined ? COMPLETE_PARTITION : FAIL_PARTITION,
    key,
    value: {
      batchOperationKey: key,
      sourcePartitionId: partitionId,
      errors: error === undefined ? [] : [{ partitionId, ...error }],
    },
  };
}
