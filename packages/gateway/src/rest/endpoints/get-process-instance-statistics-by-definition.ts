import { entities } from '@waggle/search';
import { statisticsEndpoint } from '../statistics-endpoint.ts';

export const getProcessInstanceStatisticsByDefinition = statisticsEndpoint(
  entities.IncidentProcessInstanceStatisticsByDefinition,
  {
    path: '/incidents/statistics/process-instances-by-definition',
    operationId: 'getProcessInstanceStatisticsByDefinition',
    tag: 'Incident',
    summary: 'Counts process instances with one error message by definition',
    since: '8.9',
    filter: {
      name: 'IncidentProcessInstanceStatisticsByDefinitionFilter',
      definition: {
        type: 'object',
        additionalProperties: false,
        required: ['errorHashCode'],
        properties: { errorHashCode: { type: 'integer', format: 'int32', description: 'Names the error message.' } },
      },
    },
    isFilterRequired: true,
    paging: 'offset',
  },
);
