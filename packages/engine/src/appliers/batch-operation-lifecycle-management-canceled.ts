import type { BatchOperationLifecycleManagementValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationLifecycleManagementCanceled: Applier<BatchOperationLifecycleManagementValue> = () => {
  throw new Error('NOT BUILT YET');
};
