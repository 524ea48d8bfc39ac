import { completeJob as complete } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { notSupported } from '../errors.ts';
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
    if (isTelling(call.memberText('result'))) {
      throw notSupported('result', 'task listeners and job-based ad-hoc sub-processes are still missing');
    }
    await complete(call.dispatch.router, { jobKey: call.key('jobKey'), variables: call.variables() });
    return noContent;
  },
});

/** Some clients always send a result; one that says nothing changes nothing. */
function isTelling(resultText: string): boolean {
  if (resultText === '') return false;
  const { type: _type, ...members } = JSON.parse(resultText) as Record<string, unknown>;
  return Object.values(members).some(
    (value) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
  );
}
