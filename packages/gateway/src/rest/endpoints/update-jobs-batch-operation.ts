import { BatchOperationType } from '@waggle/protocol';
import { createBatchOperation, jobChange } from '../../dispatch/index.ts';
import { batchOperationCreated, batchOperationFilter } from '../batch-operation-created.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { batchOperationCreatedResult } from '../schemas/batch-operation-created-result.ts';
import { jobBatchUpdateRequest } from '../schemas/job-batch-update-request.ts';

export const updateJobsBatchOperation = defineEndpoint({
  method: 'POST',
  path: '/jobs/batch-update',
  operationId: 'updateJobsBatchOperation',
  tag: 'Job',
  summary: 'Changes attributes of all jobs a filter chooses',
  since: '8.10',
  body: jsonBody(jobBatchUpdateRequest),
  success: { status: 200, description: 'The operation is under way.', schema: batchOperationCreatedResult },
  errors: [400, 500, 503],

  async handle(call) {
    const { retries, timeout, priority } = call.body.changeset;
    const record = await createBatchOperation(call.dispatch, {
      batchOperationType: BatchOperationType.UPDATE_JOB,
      entityFilter: batchOperationFilter(call.body.filter),
      jobChange: jobChange({
        retries: retries ?? undefined,
        timeoutMs: timeout ?? undefined,
        priority: priority ?? undefined,
      }),
      operationReference: call.operationReference(),
    });
    return batchOperationCreated(record);
  },
});
