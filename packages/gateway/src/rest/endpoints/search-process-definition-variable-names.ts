import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchProcessDefinitionVariableNames = searchEndpoint(entities.ProcessDefinitionVariableName, {
  path: '/process-definitions/{processDefinitionKey}/variable-names/search',
  operationId: 'searchProcessDefinitionVariableNames',
  tag: 'Process definition',
  summary: "Searches for names that variables of a definition's instances have had",
  since: '8.10',
  scope: { processDefinitionKey: 'ProcessDefinitionKey' },
});
