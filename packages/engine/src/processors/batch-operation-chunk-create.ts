import type { BatchOperationChunkValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const batchOperationChunkCreate: Processor<BatchOperationChunkValue> = () => {
  throw new Error('NOT BUILT YET');
};
