import type { Key } from '@waggle/protocol';
import type { StoreTransaction } from './store-transaction.ts';

/** Batch operations that have not ended and whose items are found in the database. */
export async function openBatchOperations(transaction: StoreTransaction): Promise<readonly Key[]> {
  const keys = await transaction.keys(
    'SELECT batch_operation_key FROM batch_operation WHERE end_date IS NULL AND item_filter IS NOT NULL',
    [],
  );
  return keys as readonly Key[];
}
