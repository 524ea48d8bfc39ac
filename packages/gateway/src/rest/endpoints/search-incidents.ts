import { entities } from '@waggle/search';
import { searchEndpoint } from '../search-endpoint.ts';

export const searchIncidents = searchEndpoint(entities.Incident, {
  path: '/incidents/search',
  operationId: 'searchIncidents',
  tag: 'Incident',
  since: '8.6',
});
