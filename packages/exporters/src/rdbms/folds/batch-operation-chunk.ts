import { BatchOperationChunkIntent, type Key, NO_KEY, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

export const foldBatchOperationChunk: Fold<typeof ValueType.BATCH_OPERATION_CHUNK> = (
  { intent, value },
  { changes },
) => {
  if (intent !== BatchOperationChunkIntent.CREATED) return;
  const { batchOperationKey, items } = value;
  for (const { itemKey, processInstanceKey, rootProcessInstanceKey } of items) {
    changes.insert('batch_operation_item', {
      batch_operation_key: batchOperationKey,
      item_key: itemKey,
      process_instance_key: keyOrNull(processInstanceKey),
      root_process_instance_key: keyOrNull(rootProcessInstanceKey),
      state: 'ACTIVE',
      processed_date: null,
      error_message: null,
    });
  }
  changes.execute(
    'UPDATE batch_operation SET operations_total_count = operations_total_count + ? WHERE batch_operation_key = ?',
    [items.length, batchOperationKey],
  );
};

function keyOrNull(key: Key): Key | null {
  return key === NO_KEY ? null : key;
}
