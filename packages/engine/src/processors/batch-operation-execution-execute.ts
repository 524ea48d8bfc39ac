import type { BatchOperationExecutionValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const batchOperationExecutionExecute: Processor<BatchOperationExecutionValue> = () => {
  throw new Error('NOT BUILT YET');
};
