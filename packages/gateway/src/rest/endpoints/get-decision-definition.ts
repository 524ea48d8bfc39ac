import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getDecisionDefinition = getEndpoint(entities.DecisionDefinition, {
  path: '/decision-definitions/{decisionDefinitionKey}',
  operationId: 'getDecisionDefinition',
  tag: 'Decision definition',
  since: '8.8',
});
