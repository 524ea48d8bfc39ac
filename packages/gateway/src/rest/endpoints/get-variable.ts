import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getVariable = getEndpoint(entities.Variable, {
  path: '/variables/{variableKey}',
  operationId: 'getVariable',
  tag: 'Variable',
  since: '8.8',
});
