import type { BatchOperationPartitionLifecycleValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const batchOperationPartitionLifecycleFailPartition: Processor<BatchOperationPartitionLifecycleValue> = () => {
  throw new Error('NOT BUILT YET');
};
