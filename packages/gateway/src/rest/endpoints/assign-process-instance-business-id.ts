import { assignBusinessId } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { businessIdAssignmentRequest } from '../schemas/business-id-assignment-request.ts';
import { processInstanceKey } from '../schemas/keys.ts';

export const assignProcessInstanceBusinessId = defineEndpoint({
  method: 'POST',
  path: '/process-instances/{processInstanceKey}/business-id-assignment',
  operationId: 'assignProcessInstanceBusinessId',
  tag: 'Process instance',
  summary: 'Gives a running process instance that has none its business id',
  since: '8.10',
  parameters: { processInstanceKey },
  body: jsonBody(businessIdAssignmentRequest),
  success: { status: 204, description: 'The instance has the business id.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    await assignBusinessId(call.dispatch.router, {
      processInstanceKey: call.key('processInstanceKey'),
      businessId: call.body.businessId,
    });
    return noContent;
  },
});
