import { BatchOperationPartitionLifecycleIntent, type BatchOperationPartitionLifecycleValue } from '@waggle/protocol';
import { receivePartitionReport } from '../batch-operations/report-processing.ts';
import type { Processor } from './processor.ts';

export const batchOperationPartitionLifecycleFailPartition: Processor<BatchOperationPartitionLifecycleValue> = (
  processing,
  command,
) => {
  receivePartitionReport(processing, command, BatchOperationPartitionLifecycleIntent.PARTITION_FAILED);
};
