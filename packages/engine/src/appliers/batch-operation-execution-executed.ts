import type { BatchOperationExecutionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationExecutionExecuted: Applier<BatchOperationExecutionValue> = () => {
  throw new Error('NOT BUILT YET');
};
