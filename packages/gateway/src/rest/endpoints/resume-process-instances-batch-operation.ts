import { BatchOperationType } from '@waggle/protocol';
import { createBatchOperation } from '../../dispatch/index.ts';
import { batchOperationCreated, batchOperationFilter } from '../batch-operation-created.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { batchOperationCreatedResult } from '../schemas/batch-operation-created-result.ts';
import { processInstanceResumptionBatchOperationRequest } from '../schemas/batch-operation-requests.ts';

export const resumeProcessInstancesBatchOperation = defineEndpoint({
  method: 'POST',
  path: '/process-instances/resumption',
  operationId: 'resumeProcessInstancesBatchOperation',
  tag: 'Process instance',
  summary: 'Resumes all suspended process instances a filter chooses',
  since: '8.10',
  body: jsonBody(processInstanceResumptionBatchOperationRequest),
  success: { status: 200, description: 'The operation is under way.', schema: batchOperationCreatedResult },
  errors: [400, 500, 503],

  async handle(call) {
    const record = await createBatchOperation(call.dispatch, {
      batchOperationType: BatchOperationType.RESUME_PROCESS_INSTANCE,
      entityFilter: batchOperationFilter(call.body.filter),
      operationReference: call.operationReference(),
    });
    return batchOperationCreated(record);
  },
});
