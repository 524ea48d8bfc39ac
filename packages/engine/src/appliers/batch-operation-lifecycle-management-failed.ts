import type { BatchOperationLifecycleManagementValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeBatchOperation } from './batch-operation-removal.ts';

export const batchOperationLifecycleManagementFailed: Applier<BatchOperationLifecycleManagementValue> = (
  state,
  record,
) => {
  removeBatchOperation(state, record.value.batchOperationKey);
};
