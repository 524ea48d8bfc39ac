import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchProcessDefinitions = searchEndpoint(entities.ProcessDefinition, {
  path: '/process-definitions/search',
  operationId: 'searchProcessDefinitions',
  tag: 'Process definition',
  since: '8.8',
});
