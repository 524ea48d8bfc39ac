import type { BatchOperationLifecycleManagementValue } from '@waggle/protocol';
import { changeBatchOperation } from '../batch-operations/lifecycle-processing.ts';
import type { Processor } from './processor.ts';

export const batchOperationLifecycleManagementComplete: Processor<BatchOperationLifecycleManagementValue> = (
  processing,
  command,
) => {
  changeBatchOperation(processing, command, 'COMPLETE');
};
