import { deleteProcessInstance as deleteInstance } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { requireKnown } from '../require-known.ts';
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
    const key = call.key('processInstanceKey');
    await requireKnown(
      call,
      { kind: 'get', entity: 'ProcessInstance', key: String(key) },
      `process instance with key '${key}'`,
    );
    await deleteInstance(call.dispatch.router, {
      processInstanceKey: key,
      operationReference: call.operationReference(),
    });
    return noContent;
  },
});
