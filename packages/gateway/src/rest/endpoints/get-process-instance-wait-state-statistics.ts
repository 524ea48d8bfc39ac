import { queryEndpoint } from '../query-endpoint.ts';

export const getProcessInstanceWaitStateStatistics = queryEndpoint({
  path: '/process-instances/{processInstanceKey}/statistics/wait-states',
  operationId: 'getProcessInstanceWaitStateStatistics',
  tag: 'Process instance',
  summary: 'Counts the element instances of a process instance that wait, by their elements',
  since: '8.10',
  key: ['processInstanceKey', 'ProcessInstanceKey'],
  query: 'processInstanceWaitStateStatistics',
  schema: {
    name: 'ProcessInstanceWaitStateStatisticsQueryResult',
    definition: {
      type: 'object',
      required: ['items'],
      properties: {
        items: {
          type: 'array',
          items: {
            name: 'ProcessInstanceWaitStateStatisticsResult',
            definition: {
              type: 'object',
              required: ['elementId', 'waitingCount'],
              properties: { elementId: { type: 'string' }, waitingCount: { type: 'integer', format: 'int64' } },
            },
          },
        },
      },
    },
  },
  description: 'An entry for each element that waits.',
});
