import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getAgentDefinition = getEndpoint(entities.AgentDefinition, {
  path: '/agent-definitions/{agentDefinitionKey}',
  operationId: 'getAgentDefinition',
  tag: 'Agent definition',
  since: '8.10',
});
