import { dateTimeField, defineEntity, enumField, integerField, jsonField, keyField, textField } from '../entity.ts';

export const batchOperationStates = [
  'ACTIVE',
  'CANCELED',
  'COMPLETED',
  'CREATED',
  'FAILED',
  'PARTIALLY_COMPLETED',
  'SUSPENDED',
] as const;

/** Some are of older releases of the original. */
export const batchOperationTypes = [
  'ADD_VARIABLE',
  'CANCEL_PROCESS_INSTANCE',
  'DELETE_DECISION_DEFINITION',
  'DELETE_DECISION_INSTANCE',
  'DELETE_PROCESS_DEFINITION',
  'DELETE_PROCESS_INSTANCE',
  'MIGRATE_PROCESS_INSTANCE',
  'MODIFY_PROCESS_INSTANCE',
  'RESOLVE_INCIDENT',
  'RESUME_PROCESS_INSTANCE',
  'SUSPEND_PROCESS_INSTANCE',
  'UPDATE_JOB',
  'UPDATE_VARIABLE',
] as const;

export const auditLogActorTypes = ['ANONYMOUS', 'CLIENT', 'UNKNOWN', 'USER'] as const;

export const batchOperation = defineEntity({
  name: 'BatchOperation',
  title: 'batch operation',
  table: 'batch_operation',
  key: 'batchOperationKey',
  fields: {
    batchOperationKey: keyField('BatchOperationKey', 'batch_operation_key', {
      filter: 'basicString',
      isAnyText: true,
      sort: true,
    }),
    state: enumField('BatchOperationStateEnum', batchOperationStates, 'state', { filter: 'enum', sort: true }),
    batchOperationType: enumField('BatchOperationTypeEnum', batchOperationTypes, 'type'),
    operationType: enumField('BatchOperationTypeEnum', batchOperationTypes, 'type', {
      filter: 'enum',
      sort: true,
      hidden: true,
    }),
    startDate: dateTimeField('start_date', { sort: true, nullable: true }),
    endDate: dateTimeField('end_date', { sort: true, nullable: true }),
    actorType: enumField('AuditLogActorTypeEnum', auditLogActorTypes, 'actor_type', {
      filter: 'exact',
      sort: true,
      nullable: true,
    }),
    actorId: textField('actor_id', { filter: 'string', sort: true, nullable: true }),
    operationsTotalCount: integerField('operations_total_count'),
    operationsFailedCount: integerField('operations_failed_count'),
    operationsCompletedCount: integerField('operations_completed_count'),
    errors: jsonField('errors', { shape: 'batchOperationErrors' }),
  },
});
