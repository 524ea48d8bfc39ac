import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchVariables = searchEndpoint(entities.Variable, {
  path: '/variables/search',
  operationId: 'searchVariables',
  tag: 'Variable',
  since: '8.8',
});
