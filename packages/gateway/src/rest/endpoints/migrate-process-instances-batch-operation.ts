import { BatchOperationType } from '@waggle/protocol';
import { createBatchOperation } from '../../dispatch/index.ts';
import { batchOperationCreated, batchOperationFilter } from '../batch-operation-created.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { keyMember } from '../key-member.ts';
import { batchOperationCreatedResult } from '../schemas/batch-operation-created-result.ts';
import { processInstanceMigrationBatchOperationRequest } from '../schemas/batch-operation-requests.ts';

export const migrateProcessInstancesBatchOperation = defineEndpoint({
  method: 'POST',
  path: '/process-instances/migration',
  operationId: 'migrateProcessInstancesBatchOperation',
  tag: 'Process instance',
  summary: 'Migrates all process instances a filter chooses',
  since: '8.8',
  body: jsonBody(processInstanceMigrationBatchOperationRequest),
  success: { status: 200, description: 'The operation is under way.', schema: batchOperationCreatedResult },
  errors: [400, 500, 503],

  async handle(call) {
    const record = await createBatchOperation(call.dispatch, {
      batchOperationType: BatchOperationType.MIGRATE_PROCESS_INSTANCE,
      entityFilter: batchOperationFilter(call.body.filter),
      targetProcessDefinitionKey: keyMember(
        'migrationPlan.targetProcessDefinitionKey',
        call.body.migrationPlan.targetProcessDefinitionKey,
      ),
      mappingInstructions: call.body.migrationPlan.mappingInstructions,
      operationReference: call.operationReference(),
    });
    return batchOperationCreated(record);
  },
});
