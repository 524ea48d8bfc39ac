import type { BatchOperationPartitionLifecycleValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationPartitionLifecyclePartitionCompleted: Applier<
  BatchOperationPartitionLifecycleValue
> = () => {
  throw new Error('NOT BUILT YET');
};
