import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchResources = searchEndpoint(entities.Resource, {
  path: '/resources/search',
  operationId: 'searchResources',
  tag: 'Resource',
  since: '8.10',
});
