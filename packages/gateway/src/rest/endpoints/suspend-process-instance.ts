import { suspendProcessInstance as suspend } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { processInstanceKey } from '../schemas/keys.ts';
import { suspendProcessInstanceRequest } from '../schemas/operation-requests.ts';

export const suspendProcessInstance = defineEndpoint({
  method: 'POST',
  path: '/process-instances/{processInstanceKey}/suspension',
  operationId: 'suspendProcessInstance',
  tag: 'Process instance',
  summary: 'Holds a process instance: it gets no jobs and no timers until it is resumed',
  since: '8.10',
  parameters: { processInstanceKey },
  body: optionalJsonBody(suspendProcessInstanceRequest),
  success: { status: 204, description: 'The instance is suspended.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    await suspend(call.dispatch.router, {
      processInstanceKey: call.key('processInstanceKey'),
      operationReference: call.operationReference(),
    });
    return noContent;
  },
});
