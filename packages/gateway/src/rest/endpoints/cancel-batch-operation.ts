import { cancelBatchOperation as cancel } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { batchOperationKey } from '../schemas/keys.ts';

export const cancelBatchOperation = defineEndpoint({
  method: 'POST',
  path: '/batch-operations/{batchOperationKey}/cancellation',
  operationId: 'cancelBatchOperation',
  tag: 'Batch operation',
  summary: 'Ends a batch operation; what it did stays done',
  since: '8.8',
  parameters: { batchOperationKey },
  body: noBody,
  success: { status: 204, description: 'The operation ends.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    await cancel(call.dispatch.router, { batchOperationKey: call.key('batchOperationKey') });
    return noContent;
  },
});
