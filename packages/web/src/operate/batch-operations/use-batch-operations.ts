import { searchBatchOperations } from '../../api/gen/api.ts';
import { useApiPages } from '../../api/use-api.ts';
import { present, sortOf } from '../../app/search-values.ts';
import { batchOperationValueTypes } from './batch-operation-value-types.ts';
import type { BatchOperationSortField, BatchOperationsSearch } from './batch-operations-search.ts';

export const batchOperationsSortDefault = 'startDate:desc';

export function batchOperationsQuery({ type, state, sort }: BatchOperationsSearch) {
  const { field, order } = sortOf<BatchOperationSortField>(sort ?? batchOperationsSortDefault)!;
  return { body: { filter: present({ operationType: type, state }), sort: [{ field, order }] } };
}

export function useBatchOperations(search: BatchOperationsSearch) {
  return useApiPages(searchBatchOperations, batchOperationsQuery(search), {
    live: { valueTypes: batchOperationValueTypes },
  });
}
