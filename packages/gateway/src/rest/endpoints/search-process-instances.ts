import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchProcessInstances = searchEndpoint(entities.ProcessInstance, {
  path: '/process-instances/search',
  operationId: 'searchProcessInstances',
  tag: 'Process instance',
  since: '8.6',
});
