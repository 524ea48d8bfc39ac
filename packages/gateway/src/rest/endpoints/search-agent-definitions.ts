import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchAgentDefinitions = searchEndpoint(entities.AgentDefinition, {
  path: '/agent-definitions/search',
  operationId: 'searchAgentDefinitions',
  tag: 'Agent definition',
  since: '8.10',
});
