import type { BatchOperationExecutionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationExecutionExecuting: Applier<BatchOperationExecutionValue> = () => {
  // EXECUTED, in the same step, counts the items.
};
