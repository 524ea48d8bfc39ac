import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getDecisionRequirements = getEndpoint(entities.DecisionRequirements, {
  path: '/decision-requirements/{decisionRequirementsKey}',
  operationId: 'getDecisionRequirements',
  tag: 'Decision requirements',
  since: '8.8',
});
