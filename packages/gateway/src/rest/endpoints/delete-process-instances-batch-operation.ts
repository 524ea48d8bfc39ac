import { BatchOperationType } from '@waggle/protocol';
import { createBatchOperation } from '../../dispatch/index.ts';
import { batchOperationCreated, batchOperationFilter } from '../batch-operation-created.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { batchOperationCreatedResult } from '../schemas/batch-operation-created-result.ts';
import { processInstanceDeletionBatchOperationRequest } from '../schemas/batch-operation-requests.ts';

export const deleteProcessInstancesBatchOperation = defineEndpoint({
  method: 'POST',
  path: '/process-instances/deletion',
  operationId: 'deleteProcessInstancesBatchOperation',
  tag: 'Process instance',
  summary: 'Forgets all ended process instances a filter chooses',
  since: '8.9',
  body: jsonBody(processInstanceDeletionBatchOperationRequest),
  success: { status: 200, description: 'The operation is under way.', schema: batchOperationCreatedResult },
  errors: [400, 500, 503],

  async handle(call) {
    const record = await createBatchOperation(call.dispatch, {
      batchOperationType: BatchOperationType.DELETE_PROCESS_INSTANCE,
      entityFilter: batchOperationFilter(call.body.filter),
      operationReference: call.operationReference(),
    });
    return batchOperationCreated(record);
  },
});
