import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchDecisionInstances = searchEndpoint(entities.DecisionInstance, {
  path: '/decision-instances/search',
  operationId: 'searchDecisionInstances',
  tag: 'Decision instance',
  since: '8.6',
});
