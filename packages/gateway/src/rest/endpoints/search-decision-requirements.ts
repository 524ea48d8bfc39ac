import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchDecisionRequirements = searchEndpoint(entities.DecisionRequirements, {
  path: '/decision-requirements/search',
  operationId: 'searchDecisionRequirements',
  tag: 'Decision requirements',
  since: '8.6',
});
