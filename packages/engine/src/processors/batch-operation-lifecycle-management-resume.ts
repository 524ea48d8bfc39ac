import type { BatchOperationLifecycleManagementValue } from '@waggle/protocol';
import { continueBatchOperation } from '../batch-operations/chain.ts';
import { changeBatchOperation } from '../batch-operations/lifecycle-processing.ts';
import type { Processor } from './processor.ts';

/** Goes on where the suspension stopped it. */
export const batchOperationLifecycleManagementResume: Processor<BatchOperationLifecycleManagementValue> = (
  processing,
  command,
) => {
  if (!changeBatchOperation(processing, command, 'RESUME')) return;
  continueBatchOperation(processing, command.value.batchOperationKey);
};
