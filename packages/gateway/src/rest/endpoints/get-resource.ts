import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getResource = getEndpoint(entities.Resource, {
  path: '/resources/{resourceKey}',
  operationId: 'getResource',
  tag: 'Resource',
  since: '8.7',
});
