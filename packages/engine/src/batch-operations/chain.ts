/** The one command that carries a batch operation on, on each partition. It asks for itself again until nothing is left. */
import {
  BatchOperationExecutionIntent,
  BatchOperationInitializationIntent,
  type Key,
  NO_DELIVERY,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { SEARCH_ROWS_MAX } from './item-search.ts';

/**
 * Asks for the next step: the search for items, afterwards their execution. Others get their turn in between. Items that are
 * delivered come by themselves.
 */
export function continueBatchOperation({ state, write }: Processing, batchOperationKey: Key): void {
  const operation = state.batchOperations.get(batchOperationKey);
  if (operation === undefined || operation.isFinished) return;
  if (operation.isInitialized) {
    write.followUpLater(ValueType.BATCH_OPERATION_EXECUTION, BatchOperationExecutionIntent.EXECUTE, batchOperationKey, {
      batchOperationKey,
      itemKeys: [],
      errorType: '',
      errorMessage: '',
    });
    return;
  }
  if (operation.value.areItemsDelivered) return;
  const { INITIALIZE } = BatchOperationInitializationIntent;
  write.followUpLater(ValueType.BATCH_OPERATION_INITIALIZATION, INITIALIZE, batchOperationKey, {
    batchOperationKey,
    searchResultCursor: operation.cursor,
    searchQueryPageSize: SEARCH_ROWS_MAX,
    ...NO_DELIVERY,
  });
}
