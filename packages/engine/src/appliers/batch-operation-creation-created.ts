import type { BatchOperationCreationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationCreationCreated: Applier<BatchOperationCreationValue> = () => {
  throw new Error('NOT BUILT YET');
};
