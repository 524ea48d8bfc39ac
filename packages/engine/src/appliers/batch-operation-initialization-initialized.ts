import type { BatchOperationInitializationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationInitializationInitialized: Applier<BatchOperationInitializationValue> = () => {
  throw new Error('NOT BUILT YET');
};
