import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchClusterVariables = searchEndpoint(entities.ClusterVariable, {
  path: '/cluster-variables/search',
  operationId: 'searchClusterVariables',
  tag: 'Cluster Variable',
  since: '8.9',
});
