import { entities } from '@waggle/search';
import { statisticsEndpoint } from '../statistics-endpoint.ts';

export const getProcessDefinitionInstanceStatistics = statisticsEndpoint(entities.ProcessDefinitionInstanceStatistics, {
  path: '/process-definitions/statistics/process-instances',
  operationId: 'getProcessDefinitionInstanceStatistics',
  tag: 'Process definition',
  summary: 'Counts active process instances by process',
  since: '8.9',
  paging: 'offset',
});
