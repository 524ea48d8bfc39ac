import { BatchOperationInitializationIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

/** It is active from when the first partition has found its items. */
export const foldBatchOperationInitialization: Fold<typeof ValueType.BATCH_OPERATION_INITIALIZATION> = (
  { intent, value },
  { changes },
) => {
  if (intent !== BatchOperationInitializationIntent.INITIALIZED) return;
  changes.execute("UPDATE batch_operation SET state = 'ACTIVE' WHERE batch_operation_key = ? AND state = 'CREATED'", [
    value.batchOperationKey,
  ]);
};
