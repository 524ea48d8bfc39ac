import type { BatchOperationChunkValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationChunkCreated: Applier<BatchOperationChunkValue> = () => {
  throw new Error('NOT BUILT YET');
};
