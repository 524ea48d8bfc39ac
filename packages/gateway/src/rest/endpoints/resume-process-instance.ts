import { resumeProcessInstance as resume } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { processInstanceKey } from '../schemas/keys.ts';
import { resumeProcessInstanceRequest } from '../schemas/operation-requests.ts';

export const resumeProcessInstance = defineEndpoint({
  method: 'POST',
  path: '/process-instances/{processInstanceKey}/resumption',
  operationId: 'resumeProcessInstance',
  tag: 'Process instance',
  summary: 'Lets a suspended process instance go on',
  since: '8.10',
  parameters: { processInstanceKey },
  body: optionalJsonBody(resumeProcessInstanceRequest),
  success: { status: 204, description: 'The instance goes on.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    await resume(call.dispatch.router, {
      processInstanceKey: call.key('processInstanceKey'),
      operationReference: call.operationReference(),
    });
    return noContent;
  },
});
