import {
  BatchOperationCreationIntent,
  type BatchOperationCreationValue,
  DEFAULT_TENANT_ID,
  type Key,
  NO_JOB_CHANGE,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import type { Answer } from '../command-router.ts';
import type { Dispatch } from '../dispatch.ts';

export interface CreateBatchOperationInput
  extends Pick<BatchOperationCreationValue, 'batchOperationType' | 'entityFilter'>,
    Partial<
      Pick<
        BatchOperationCreationValue,
        'targetProcessDefinitionKey' | 'mappingInstructions' | 'moveInstructions' | 'jobChange'
      >
    > {
  readonly operationReference?: Key | undefined;
}

/**
 * Resolves when the operation is recorded; its items follow, found by the read side if there is one. The answer's key is the
 * operation's.
 */
export async function createBatchOperation(
  { router, search }: Pick<Dispatch, 'router' | 'search'>,
  input: CreateBatchOperationInput,
): Answer<typeof ValueType.BATCH_OPERATION_CREATION> {
  return router.sendToDeploymentPartition({
    valueType: ValueType.BATCH_OPERATION_CREATION,
    intent: BatchOperationCreationIntent.CREATE,
    key: NO_KEY,
    value: {
      batchOperationKey: NO_KEY,
      batchOperationType: input.batchOperationType,
      entityFilter: input.entityFilter,
      targetProcessDefinitionKey: input.targetProcessDefinitionKey ?? NO_KEY,
      mappingInstructions: input.mappingInstructions ?? [],
      moveInstructions: input.moveInstructions ?? [],
      partitionIds: [],
      tenantId: DEFAULT_TENANT_ID,
      jobChange: input.jobChange ?? NO_JOB_CHANGE,
      areItemsDelivered: search !== undefined,
    },
    operationReference: input.operationReference ?? NO_KEY,
  });
}
