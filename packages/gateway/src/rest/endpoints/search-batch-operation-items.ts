import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchBatchOperationItems = searchEndpoint(entities.BatchOperationItem, {
  path: '/batch-operation-items/search',
  operationId: 'searchBatchOperationItems',
  tag: 'Batch operation',
  since: '8.8',
});
