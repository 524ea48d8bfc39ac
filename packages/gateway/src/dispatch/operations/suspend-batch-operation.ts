import { BatchOperationLifecycleManagementIntent, type Key, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

/** Holds a batch operation before its next item. */
export async function suspendBatchOperation(
  router: CommandRouter,
  { batchOperationKey }: { readonly batchOperationKey: Key },
): Answer<typeof ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT> {
  return router.sendToDeploymentPartition({
    valueType: ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT,
    intent: BatchOperationLifecycleManagementIntent.SUSPEND,
    key: batchOperationKey,
    value: { batchOperationKey, errors: [] },
  });
}
