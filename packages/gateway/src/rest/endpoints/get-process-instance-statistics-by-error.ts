import { entities } from '@waggle/search';
import { statisticsEndpoint } from '../statistics-endpoint.ts';

export const getProcessInstanceStatisticsByError = statisticsEndpoint(
  entities.IncidentProcessInstanceStatisticsByError,
  {
    path: '/incidents/statistics/process-instances-by-error',
    operationId: 'getProcessInstanceStatisticsByError',
    tag: 'Incident',
    summary: 'Counts process instances by the messages of their incidents',
    since: '8.9',
    paging: 'offset',
  },
);
