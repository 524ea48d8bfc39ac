import { BatchOperationLifecycleManagementIntent, type Key, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

/** Lets a suspended batch operation go on. */
export async function resumeBatchOperation(
  router: CommandRouter,
  { batchOperationKey }: { readonly batchOperationKey: Key },
): Answer<typeof ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT> {
  return router.sendToDeploymentPartition({
    valueType: ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT,
    intent: BatchOperationLifecycleManagementIntent.RESUME,
    key: batchOperationKey,
    value: { batchOperationKey, errors: [] },
  });
}
