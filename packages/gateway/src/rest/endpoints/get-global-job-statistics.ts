import { defineEndpoint, noBody } from '../endpoint.ts';
import type { NamedSchema } from '../schemas/schema.ts';
import { statusMetric } from '../schemas/status-metric.ts';
import { answerOf, read } from '../search-endpoint.ts';

const result: NamedSchema = {
  name: 'GlobalJobStatisticsQueryResult',
  definition: {
    type: 'object',
    required: ['created', 'completed', 'failed', 'isIncomplete'],
    properties: {
      created: statusMetric,
      completed: statusMetric,
      failed: statusMetric,
      isIncomplete: { type: 'boolean', description: 'Something was not counted; that never happens here.' },
    },
  },
};

export const getGlobalJobStatistics = defineEndpoint({
  method: 'GET',
  path: '/jobs/statistics/global',
  operationId: 'getGlobalJobStatistics',
  tag: 'Job',
  summary: 'Counts what happened to jobs in a time',
  since: '8.9',
  query: {
    from: { type: 'string', format: 'date-time', description: 'The minute it lies in counts as a whole.' },
    to: { type: 'string', format: 'date-time', description: 'Exclusive.' },
    jobType: { type: 'string', description: 'Only jobs of this type.' },
  },
  requiredQuery: ['from', 'to'],
  body: noBody,
  success: { status: 200, description: 'The counts.', schema: result },
  errors: [400, 403, 500, 503],

  async handle(call) {
    const jobType = call.text('jobType');
    const parameters = {
      from: new Date(call.dateTime('from')).toISOString(),
      to: new Date(call.dateTime('to')).toISOString(),
      ...(jobType === '' ? {} : { jobType }),
    };
    return answerOf(await read(call, { kind: 'query', query: 'globalJobStatistics', parameters }));
  },
});
