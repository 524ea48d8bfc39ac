import { entities } from '@waggle/search';
import { statisticsEndpoint } from '../statistics-endpoint.ts';

export const getProcessDefinitionInstanceVersionStatistics = statisticsEndpoint(
  entities.ProcessDefinitionInstanceVersionStatistics,
  {
    path: '/process-definitions/statistics/process-instances-by-version',
    operationId: 'getProcessDefinitionInstanceVersionStatistics',
    tag: 'Process definition',
    summary: 'Counts active process instances of a process by version',
    since: '8.9',
    filter: {
      name: 'ProcessDefinitionInstanceVersionStatisticsFilter',
      definition: {
        type: 'object',
        additionalProperties: false,
        required: ['processDefinitionId'],
        properties: {
          processDefinitionId: { type: 'string', minLength: 1, maxLength: 10_000 },
          tenantId: { type: 'string', maxLength: 10_000 },
        },
      },
    },
    isFilterRequired: true,
    paging: 'offset',
  },
);
