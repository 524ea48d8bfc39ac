import { deleteProcessInstance as deleteInstance } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { processInstanceKey } from '../schemas/keys.ts';
import { deleteProcessInstanceRequest } from '../schemas/operation-requests.ts';

export const deleteProcessInstance = defineEndpoint({
  method: 'POST',
  path: '/process-instances/{processInstanceKey}/deletion',
  operationId: 'deleteProcessInstance',
  tag: 'Process instance',
  summary: 'Forgets a process instance that has ended',
  since: '8.9',
  parameters: { processInstanceKey },
  body: optionalJsonBody(deleteProcessInstanceRequest),
  success: { status: 204, description: 'The instance is forgotten.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    await deleteInstance(call.dispatch.router, {
      processInstanceKey: call.key('processInstanceKey'),
      operationReference: call.operationReference(),
    });
    return noContent;
  },
});
