/** Commands of batch operations, for tests. */
import {
  BatchOperationCreationIntent,
  type BatchOperationCreationValue,
  BatchOperationInitializationIntent,
  BatchOperationLifecycleManagementIntent,
  BatchOperationType,
  type BatchOperationTypeName,
  DEFAULT_TENANT_ID,
  type Key,
  NO_JOB_CHANGE,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import type { Answer, TestEngine } from './test-engine.ts';

export function createBatch(
  engine: TestEngine,
  type: BatchOperationTypeName,
  filter: unknown,
  options: Partial<BatchOperationCreationValue> = {},
): Answer | undefined {
  const value = batchCreation(type, filter, options);
  return engine.send(ValueType.BATCH_OPERATION_CREATION, BatchOperationCreationIntent.CREATE, value);
}

function batchCreation(
  type: BatchOperationTypeName,
  filter: unknown,
  options: Partial<BatchOperationCreationValue> = {},
): BatchOperationCreationValue {
  return {
    batchOperationKey: NO_KEY,
    batchOperationType: BatchOperationType[type],
    entityFilter: JSON.stringify(filter),
    targetProcessDefinitionKey: NO_KEY,
    mappingInstructions: [],
    moveInstructions: [],
    partitionIds: [],
    tenantId: DEFAULT_TENANT_ID,
    jobChange: NO_JOB_CHANGE,
    areItemsDelivered: false,
    ...options,
  };
}

/** Brings a page of items to an operation whose items are delivered. @param after key of the last item before; empty = none. */
export function deliverItems(
  engine: TestEngine,
  batchOperationKey: Key,
  itemKeys: readonly Key[],
  { after = '', isLast = true, failure = '' }: { after?: string; isLast?: boolean; failure?: string } = {},
): Answer | undefined {
  const { INITIALIZE } = BatchOperationInitializationIntent;
  return engine.send(
    ValueType.BATCH_OPERATION_INITIALIZATION,
    INITIALIZE,
    {
      batchOperationKey,
      searchResultCursor: after,
      searchQueryPageSize: itemKeys.length,
      items: itemKeys.map((itemKey) => ({ itemKey, processInstanceKey: itemKey, rootProcessInstanceKey: itemKey })),
      isLast,
      failure,
    },
    batchOperationKey,
  );
}

export function changeBatch(
  engine: TestEngine,
  change: 'SUSPEND' | 'RESUME' | 'CANCEL',
  batchOperationKey: Key,
): Answer | undefined {
  return engine.send(
    ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT,
    BatchOperationLifecycleManagementIntent[change],
    { batchOperationKey, errors: [] },
    batchOperationKey,
  );
}

/** Creates an operation that cancels all instances, and suspends it when they are found but none has had its turn. */
export function createSuspendedBatch(engine: TestEngine): Key {
  const { CREATE } = BatchOperationCreationIntent;
  const value = batchCreation('CANCEL_PROCESS_INSTANCE', {});
  const requestId = engine.submit(ValueType.BATCH_OPERATION_CREATION, CREATE, value);
  engine.flush();
  engine.engine.processBacklog(engine.nowMs);
  engine.flush();
  const key = engine.answerTo(requestId)!.record.key;
  changeBatch(engine, 'SUSPEND', key);
  return key;
}

/** Names of the life of batch operations, as `COMPLETED`, in order. */
export function batchLife(engine: TestEngine): string[] {
  const names = Object.entries(BatchOperationLifecycleManagementIntent);
  return engine
    .events(ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT)
    .map(({ intent }) => names.find(([, code]) => code === intent)?.[0] ?? '');
}
