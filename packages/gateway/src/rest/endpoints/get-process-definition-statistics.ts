import { processDefinitionStatisticsFilter } from '@waggle/search';
import { queryEndpoint } from '../query-endpoint.ts';
import { entitySchemas } from '../schemas/entity-schemas.ts';
import { processElementStatisticsQueryResult } from '../schemas/process-element-statistics-result.ts';

export const getProcessDefinitionStatistics = queryEndpoint({
  path: '/process-definitions/{processDefinitionKey}/statistics/element-instances',
  operationId: 'getProcessDefinitionStatistics',
  tag: 'Process definition',
  summary: 'Counts the process instances of a definition by the elements they reached',
  since: '8.8',
  key: ['processDefinitionKey', 'ProcessDefinitionKey'],
  query: 'processDefinitionElementStatistics',
  body: {
    name: 'ProcessDefinitionElementStatisticsQuery',
    definition: {
      type: 'object',
      additionalProperties: false,
      properties: { filter: entitySchemas(processDefinitionStatisticsFilter).filter },
    },
  },
  schema: processElementStatisticsQueryResult,
  description: 'An entry for each element that was reached.',
});
