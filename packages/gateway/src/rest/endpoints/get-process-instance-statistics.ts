import { queryEndpoint } from '../query-endpoint.ts';
import { processElementStatisticsQueryResult } from '../schemas/process-element-statistics-result.ts';

export const getProcessInstanceStatistics = queryEndpoint({
  path: '/process-instances/{processInstanceKey}/statistics/element-instances',
  operationId: 'getProcessInstanceStatistics',
  tag: 'Process instance',
  summary: 'Counts the element instances of a process instance by their elements',
  since: '8.8',
  key: ['processInstanceKey', 'ProcessInstanceKey'],
  query: 'processInstanceElementStatistics',
  schema: processElementStatisticsQueryResult,
  description: 'An entry for each element that was reached.',
});
