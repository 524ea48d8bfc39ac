import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getElementInstance = getEndpoint(entities.ElementInstance, {
  path: '/element-instances/{elementInstanceKey}',
  operationId: 'getElementInstance',
  tag: 'Element instance',
  since: '8.8',
});
