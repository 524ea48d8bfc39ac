import type { BatchOperationLifecycleManagementValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const batchOperationLifecycleManagementSuspend: Processor<BatchOperationLifecycleManagementValue> = () => {
  throw new Error('NOT BUILT YET');
};
