import { BatchOperationType } from '@waggle/protocol';
import { createBatchOperation } from '../../dispatch/index.ts';
import { batchOperationCreated, batchOperationFilter } from '../batch-operation-created.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { batchOperationCreatedResult } from '../schemas/batch-operation-created-result.ts';
import { decisionInstanceDeletionBatchOperationRequest } from '../schemas/batch-operation-requests.ts';

export const deleteDecisionInstancesBatchOperation = defineEndpoint({
  method: 'POST',
  path: '/decision-instances/deletion',
  operationId: 'deleteDecisionInstancesBatchOperation',
  tag: 'Decision instance',
  summary: 'Forgets all evaluations of decisions a filter chooses',
  since: '8.9',
  body: jsonBody(decisionInstanceDeletionBatchOperationRequest),
  success: { status: 200, description: 'The operation is under way.', schema: batchOperationCreatedResult },
  errors: [400, 500, 503],

  async handle(call) {
    const record = await createBatchOperation(call.dispatch, {
      batchOperationType: BatchOperationType.DELETE_DECISION_INSTANCE,
      entityFilter: batchOperationFilter(call.body.filter),
      operationReference: call.operationReference(),
    });
    return batchOperationCreated(record);
  },
});
