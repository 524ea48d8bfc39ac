import type { BatchOperationCreationValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const batchOperationCreationCreate: Processor<BatchOperationCreationValue> = () => {
  throw new Error('NOT BUILT YET');
};
