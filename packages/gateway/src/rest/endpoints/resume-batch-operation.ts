import { resumeBatchOperation as resume } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, noBody } from '../endpoint.ts';
import { batchOperationKey } from '../schemas/keys.ts';

export const resumeBatchOperation = defineEndpoint({
  method: 'POST',
  path: '/batch-operations/{batchOperationKey}/resumption',
  operationId: 'resumeBatchOperation',
  tag: 'Batch operation',
  summary: 'Lets a suspended batch operation go on',
  since: '8.8',
  parameters: { batchOperationKey },
  body: noBody,
  success: { status: 204, description: 'The operation goes on.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    await resume(call.dispatch.router, { batchOperationKey: call.key('batchOperationKey') });
    return noContent;
  },
});
