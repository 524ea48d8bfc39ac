import { cancelProcessInstance as cancel } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { processInstanceKey } from '../schemas/keys.ts';
import { cancelProcessInstanceRequest } from '../schemas/operation-requests.ts';

export const cancelProcessInstance = defineEndpoint({
  method: 'POST',
  path: '/process-instances/{processInstanceKey}/cancellation',
  operationId: 'cancelProcessInstance',
  tag: 'Process instance',
  summary: 'Terminates a running process instance',
  since: '8.6',
  parameters: { processInstanceKey },
  body: optionalJsonBody(cancelProcessInstanceRequest),
  success: { status: 204, description: 'The instance is being terminated.' },
  errors: [400, 404, 500, 503, 504],

  async handle(call) {
    await cancel(call.dispatch.router, {
      processInstanceKey: call.key('processInstanceKey'),
      operationReference: call.operationReference(),
    });
    return noContent;
  },
});
