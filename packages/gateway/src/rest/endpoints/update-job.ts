import { updateJob as update } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { jobUpdateRequest } from '../schemas/job-update-request.ts';
import { jobKey } from '../schemas/keys.ts';

export const updateJob = defineEndpoint({
  method: 'PATCH',
  path: '/jobs/{jobKey}',
  operationId: 'updateJob',
  tag: 'Job',
  summary: 'Changes attributes of a job',
  since: '8.6',
  parameters: { jobKey },
  body: jsonBody(jobUpdateRequest),
  success: { status: 204, description: 'The job is changed.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    const { retries, timeout, priority } = call.body.changeset;
    await update(call.dispatch.router, {
      jobKey: call.key('jobKey'),
      retries: retries ?? undefined,
      timeoutMs: timeout ?? undefined,
      priority: priority ?? undefined,
      leaseToken: call.body.leaseToken ?? '',
      operationReference: call.operationReference(),
    });
    return noContent;
  },
});
