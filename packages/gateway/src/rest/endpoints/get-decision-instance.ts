import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getDecisionInstance = getEndpoint(entities.DecisionInstance, {
  path: '/decision-instances/{decisionEvaluationInstanceKey}',
  operationId: 'getDecisionInstance',
  tag: 'Decision instance',
  since: '8.8',
});
