/** How items of batch operations end. */
import {
  HistoryDeletionIntent,
  IncidentIntent,
  JobIntent,
  type Key,
  type LogRecord,
  NO_KEY,
  ProcessInstanceIntent,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  ValueType,
} from '@waggle/protocol';
import type { FoldContext } from './fold.ts';
import type { RowChanges } from './row-changes.ts';

/** What the engine writes when it did to an item what was asked; the record's key is the item's. */
const successes: Partial<Record<ValueType, readonly number[]>> = {
  [ValueType.PROCESS_INSTANCE]: [
    ProcessInstanceIntent.CANCELING,
    ProcessInstanceIntent.SUSPENDED,
    ProcessInstanceIntent.RESUMING,
  ],
  [ValueType.INCIDENT]: [IncidentIntent.RESOLVED],
  [ValueType.JOB]: [JobIntent.UPDATED],
  [ValueType.PROCESS_INSTANCE_MIGRATION]: [ProcessInstanceMigrationIntent.MIGRATED],
  [ValueType.PROCESS_INSTANCE_MODIFICATION]: [ProcessInstanceModificationIntent.MODIFIED],
  [ValueType.HISTORY_DELETION]: [HistoryDeletionIntent.DELETED],
};

/** Notes an event that says that an item of a batch operation is done. */
export function foldBatchOperationItem(
  { key, valueType, intent, timestamp, batchOperationReference }: LogRecord,
  { changes }: FoldContext,
): void {
  if (batchOperationReference === NO_KEY || successes[valueType]?.includes(intent) !== true) return;
  endBatchOperationItem(changes, batchOperationReference, key, { state: 'COMPLETED', timestamp, errorMessage: null });
}

/** Ends an item that has not ended by itself; one that was on its way when the operation was canceled ends as it did. */
export function endBatchOperationItem(
  changes: RowChanges,
  batchOperationKey: Key,
  itemKey: Key,
  {
    state,
    timestamp,
    errorMessage,
  }: { readonly state: 'COMPLETED' | 'FAILED'; readonly timestamp: number; readonly errorMessage: string | null },
): void {
  const counter = state === 'COMPLETED' ? 'operations_completed_count' : 'operations_failed_count';
  changes.execute(
    `UPDATE batch_operation SET ${counter} = ${counter} + 1 WHERE batch_operation_key = ? AND EXISTS (
      SELECT 1 FROM batch_operation_item WHERE batch_operation_key = ? AND item_key = ? AND state IN ('ACTIVE', 'CANCELED'))`,
    [batchOperationKey, batchOperationKey, itemKey],
  );
  changes.execute(
    `UPDATE batch_operation_item SET state = ?, processed_date = ?, error_message = ?
    WHERE batch_operation_key = ? AND item_key = ? AND state IN ('ACTIVE', 'CANCELED')`,
    [state, timestamp, errorMessage, batchOperationKey, itemKey],
  );
}
