import { failJob as fail } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { jobFailRequest } from '../schemas/job-fail-request.ts';
import { jobKey } from '../schemas/keys.ts';

export const failJob = defineEndpoint({
  method: 'POST',
  path: '/jobs/{jobKey}/failure',
  operationId: 'failJob',
  tag: 'Job',
  summary: 'Reports that an attempt failed; without attempts left, an incident is raised',
  since: '8.6',
  parameters: { jobKey },
  body: optionalJsonBody(jobFailRequest),
  success: { status: 204, description: 'The failure is recorded.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    const { body } = call;
    await fail(call.dispatch.router, {
      jobKey: call.key('jobKey'),
      retries: body.retries ?? 0,
      errorMessage: body.errorMessage ?? '',
      retryBackoffMs: body.retryBackOff ?? 0,
      variables: call.variables(),
      leaseToken: body.leaseToken ?? '',
    });
    return noContent;
  },
});
