import type { BatchOperationLifecycleManagementValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const batchOperationLifecycleManagementResumed: Applier<BatchOperationLifecycleManagementValue> = (
  state,
  record,
) => {
  const { batchOperationKey } = record.value;
  const operation = state.batchOperations.get(batchOperationKey);
  if (operation !== undefined) state.batchOperations.put(batchOperationKey, { ...operation, isSuspended: false });
};
