import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getBatchOperation = getEndpoint(entities.BatchOperation, {
  path: '/batch-operations/{batchOperationKey}',
  operationId: 'getBatchOperation',
  tag: 'Batch operation',
  since: '8.8',
});
