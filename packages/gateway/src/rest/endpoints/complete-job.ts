import { completeJob as complete } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { jobResultOf } from '../job-result-member.ts';
import { jobCompletionRequest } from '../schemas/job-completion-request.ts';
import { jobKey } from '../schemas/keys.ts';

export const completeJob = defineEndpoint({
  method: 'POST',
  path: '/jobs/{jobKey}/completion',
  operationId: 'completeJob',
  tag: 'Job',
  summary: 'Completes a job, and its element goes on',
  since: '8.6',
  parameters: { jobKey },
  body: optionalJsonBody(jobCompletionRequest),
  success: { status: 204, description: 'The job is completed.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    await complete(call.dispatch.router, {
      jobKey: call.key('jobKey'),
      variables: call.variables(),
      result: jobResultOf(call.body.result, call.memberText('result')),
      leaseToken: call.body.leaseToken ?? '',
    });
    return noContent;
  },
});
