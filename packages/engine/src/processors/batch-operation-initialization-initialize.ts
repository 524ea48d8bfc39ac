import type { BatchOperationInitializationValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const batchOperationInitializationInitialize: Processor<BatchOperationInitializationValue> = () => {
  throw new Error('NOT BUILT YET');
};
