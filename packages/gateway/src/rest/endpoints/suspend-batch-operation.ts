import { suspendBatchOperation as suspend } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { batchOperationKey } from '../schemas/keys.ts';

export const suspendBatchOperation = defineEndpoint({
  method: 'POST',
  path: '/batch-operations/{batchOperationKey}/suspension',
  operationId: 'suspendBatchOperation',
  tag: 'Batch operation',
  summary: 'Holds a batch operation before its next item',
  since: '8.8',
  parameters: { batchOperationKey },
  body: noBody,
  success: { status: 204, description: 'The operation is held.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    await suspend(call.dispatch.router, { batchOperationKey: call.key('batchOperationKey') });
    return noContent;
  },
});
