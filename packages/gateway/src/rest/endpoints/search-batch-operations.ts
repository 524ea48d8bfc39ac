import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchBatchOperations = searchEndpoint(entities.BatchOperation, {
  path: '/batch-operations/search',
  operationId: 'searchBatchOperations',
  tag: 'Batch operation',
  since: '8.8',
});
