import type { BatchOperationLifecycleManagementValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationLifecycleManagementResumed: Applier<BatchOperationLifecycleManagementValue> = () => {
  throw new Error('NOT BUILT YET');
};
