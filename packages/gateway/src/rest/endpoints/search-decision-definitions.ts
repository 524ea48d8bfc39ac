import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchDecisionDefinitions = searchEndpoint(entities.DecisionDefinition, {
  path: '/decision-definitions/search',
  operationId: 'searchDecisionDefinitions',
  tag: 'Decision definition',
  since: '8.6',
});
