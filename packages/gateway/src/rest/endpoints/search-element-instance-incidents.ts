import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchElementInstanceIncidents = searchEndpoint(entities.Incident, {
  path: '/element-instances/{elementInstanceKey}/incidents/search',
  operationId: 'searchElementInstanceIncidents',
  tag: 'Element instance',
  summary: 'Searches for incidents of an element instance and of all within it',
  since: '8.9',
  within: { entity: entities.ElementInstance, scope: 'scopeKey' },
});
