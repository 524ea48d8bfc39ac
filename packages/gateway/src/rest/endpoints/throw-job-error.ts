import { throwJobError as throwError } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { jobErrorRequest } from '../schemas/job-error-request.ts';
import { jobKey } from '../schemas/keys.ts';

export const throwJobError = defineEndpoint({
  method: 'POST',
  path: '/jobs/{jobKey}/error',
  operationId: 'throwJobError',
  tag: 'Job',
  summary: 'Throws a BPMN error from the element of a job',
  since: '8.6',
  parameters: { jobKey },
  body: jsonBody(jobErrorRequest),
  success: { status: 204, description: 'The error is thrown.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    await throwError(call.dispatch.router, {
      jobKey: call.key('jobKey'),
      errorCode: call.body.errorCode,
      errorMessage: call.body.errorMessage ?? '',
      variables: call.variables(),
      leaseToken: call.body.leaseToken ?? '',
    });
    return noContent;
  },
});
