import { BatchOperationLifecycleManagementIntent, type Key, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

/** Ends a batch operation; what it did stays done. */
export async function cancelBatchOperation(
  router: CommandRouter,
  { batchOperationKey }: { readonly batchOperationKey: Key },
): Answer<typeof ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT> {
  return router.sendToDeploymentPartition({
    valueType: ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT,
    intent: BatchOperationLifecycleManagementIntent.CANCEL,
    key: batchOperationKey,
    value: { batchOperationKey, errors: [] },
  });
}
