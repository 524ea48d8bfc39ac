import type { BatchOperationPartitionLifecycleValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const batchOperationPartitionLifecycleCompletePartition: Processor<
  BatchOperationPartitionLifecycleValue
> = () => {
  throw new Error('NOT BUILT YET');
};
