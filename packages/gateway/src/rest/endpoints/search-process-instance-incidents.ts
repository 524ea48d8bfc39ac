import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchProcessInstanceIncidents = searchEndpoint(entities.Incident, {
  path: '/process-instances/{processInstanceKey}/incidents/search',
  operationId: 'searchProcessInstanceIncidents',
  tag: 'Process instance',
  summary: 'Searches for incidents of a process instance and of those it called',
  since: '8.8',
  within: { entity: entities.ProcessInstance, scope: 'scopeKey' },
});
