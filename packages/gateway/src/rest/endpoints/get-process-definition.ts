import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getProcessDefinition = getEndpoint(entities.ProcessDefinition, {
  path: '/process-definitions/{processDefinitionKey}',
  operationId: 'getProcessDefinition',
  tag: 'Process definition',
  since: '8.8',
});
