import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchElementInstances = searchEndpoint(entities.ElementInstance, {
  path: '/element-instances/search',
  operationId: 'searchElementInstances',
  tag: 'Element instance',
  since: '8.8',
});
