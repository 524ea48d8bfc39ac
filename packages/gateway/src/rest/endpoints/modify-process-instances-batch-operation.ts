import { BatchOperationType } from '@waggle/protocol';
import { createBatchOperation } from '../../dispatch/index.ts';
import { batchOperationCreated, batchOperationFilter } from '../batch-operation-created.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { batchOperationCreatedResult } from '../schemas/batch-operation-created-result.ts';
import { processInstanceModificationBatchOperationRequest } from '../schemas/batch-operation-requests.ts';

export const modifyProcessInstancesBatchOperation = defineEndpoint({
  method: 'POST',
  path: '/process-instances/modification',
  operationId: 'modifyProcessInstancesBatchOperation',
  tag: 'Process instance',
  summary: 'Moves elements of all process instances a filter chooses',
  since: '8.8',
  body: jsonBody(processInstanceModificationBatchOperationRequest),
  success: { status: 200, description: 'The operation is under way.', schema: batchOperationCreatedResult },
  errors: [400, 500, 503],

  async handle(call) {
    const record = await createBatchOperation(call.dispatch, {
      batchOperationType: BatchOperationType.MODIFY_PROCESS_INSTANCE,
      entityFilter: batchOperationFilter(call.body.filter),
      moveInstructions: call.body.moveInstructions,
      operationReference: call.operationReference(),
    });
    return batchOperationCreated(record);
  },
});
