import { searchBatchOperationItems } from '../../api/gen/api.ts';
import { useApiPages } from '../../api/use-api.ts';
import { present, sortOf } from '../../app/search-values.ts';
import { batchOperationValueTypes } from '../batch-operations/batch-operation-value-types.ts';
import type { BatchItemSortField, BatchOperationSearch } from './batch-operation-search.ts';

/** What failed comes first: it is what somebody has to look at. */
export const batchItemsSortDefault = 'state:desc';

export function batchItemsQuery(batchOperationKey: string, { state, sort }: BatchOperationSearch) {
  const { field, order } = sortOf<BatchItemSortField>(sort ?? batchItemsSortDefault)!;
  return { body: { filter: present({ batchOperationKey, state }), sort: [{ field, order }] } };
}

export function useBatchItems(batchOperationKey: string, search: BatchOperationSearch) {
  return useApiPages(searchBatchOperationItems, batchItemsQuery(batchOperationKey, search), {
    live: { valueTypes: batchOperationValueTypes },
  });
}
