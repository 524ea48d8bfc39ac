import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getIncident = getEndpoint(entities.Incident, {
  path: '/incidents/{incidentKey}',
  operationId: 'getIncident',
  tag: 'Incident',
  since: '8.6',
});
