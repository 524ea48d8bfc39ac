import { defineEndpoint, noBody } from '../endpoint.ts';
import { invalidArgument } from '../errors.ts';
import { usageMetricsResponse } from '../schemas/usage-metrics-response.ts';
import { answerOf, read } from '../search-endpoint.ts';

export const getUsageMetrics = defineEndpoint({
  method: 'GET',
  path: '/system/usage-metrics',
  operationId: 'getUsageMetrics',
  tag: 'System',
  summary: 'Counts what was used in a time, in steps of five minutes',
  since: '8.8',
  query: {
    startTime: { type: 'string', format: 'date-time', description: 'The step it lies in counts as a whole.' },
    endTime: { type: 'string', format: 'date-time', description: 'Exclusive.' },
    tenantId: { type: 'string', description: 'Only what this tenant used.' },
    withTenants: { type: 'boolean', default: false, description: "Also tells each tenant's part." },
  },
  requiredQuery: ['startTime', 'endTime'],
  body: noBody,
  success: { status: 200, description: 'The counts.', schema: usageMetricsResponse },
  errors: [400, 403, 500, 503],

  async handle(call) {
    const startTime = call.dateTime('startTime');
    const endTime = call.dateTime('endTime');
    if (endTime <= startTime) {
      throw invalidArgument([
        `The value for endTime is '${call.text('endTime')}' but must be after startTime '${call.text('startTime')}'`,
      ]);
    }
    const tenantId = call.text('tenantId');
    const parameters = {
      startTime,
      endTime,
      withTenants: call.flag('withTenants'),
      ...(tenantId === '' ? {} : { tenantId }),
    };
    return answerOf(await read(call, { kind: 'query', query: 'usageMetrics', parameters }));
  },
});
