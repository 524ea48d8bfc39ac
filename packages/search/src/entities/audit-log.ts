import { dateTimeField, defineEntity, enumField, keyField, textField } from '../entity.ts';
import { auditLogActorTypes, batchOperationTypes } from './batch-operation.ts';

export const auditLogCategories = ['ADMIN', 'DEPLOYED_RESOURCES', 'USER_TASKS'] as const;
export const auditLogEntityTypes = [
  'AUTHORIZATION',
  'BATCH',
  'DECISION',
  'GROUP',
  'INCIDENT',
  'JOB',
  'MAPPING_RULE',
  'PROCESS_INSTANCE',
  'RESOURCE',
  'ROLE',
  'TENANT',
  'USER',
  'USER_TASK',
  'VARIABLE',
  'CLIENT',
] as const;
export const auditLogOperationTypes = [
  'ASSIGN',
  'CANCEL',
  'COMPLETE',
  'CREATE',
  'DELETE',
  'EVALUATE',
  'MIGRATE',
  'MODIFY',
  'RESOLVE',
  'RESUME',
  'SUSPEND',
  'UNASSIGN',
  'UNKNOWN',
  'UPDATE',
] as const;
export const auditLogResults = ['FAIL', 'SUCCESS'] as const;

const filteredKey = (schemaName: string, column: string) =>
  keyField(schemaName, column, { filter: 'basicString', nullable: true });
const sortedKey = (schemaName: string, column: string) =>
  keyField(schemaName, column, { filter: 'basicString', sort: true, nullable: true });

export const auditLog = defineEntity({
  name: 'AuditLog',
  title: 'audit log entry',
  table: 'audit_log',
  key: 'auditLogKey',
  joins: [
    { table: 'process_instance', on: 'process_instance_key' },
    { table: 'batch_operation', on: 'batch_operation_key' },
  ],
  fields: {
    auditLogKey: keyField('AuditLogKey', 'audit_log_key', { filter: 'basicString', sort: true }),
    entityKey: textField('entity_key', { schemaName: 'AuditLogEntityKey', filter: 'basicString', sort: true }),
    entityType: enumField('EntityTypeEnum', auditLogEntityTypes, 'entity_type', { filter: 'enum', sort: true }),
    operationType: enumField('OperationTypeEnum', auditLogOperationTypes, 'operation_type', {
      filter: 'enum',
      sort: true,
    }),
    batchOperationKey: keyField('BatchOperationKey', 'batch_operation_key', { sort: true, nullable: true }),
    batchOperationType: enumField('BatchOperationTypeEnum', batchOperationTypes, 'batch_operation.type', {
      filter: 'enum',
      sort: true,
      nullable: true,
    }),
    timestamp: dateTimeField('timestamp', { filter: 'dateTime', sort: true }),
    actorId: textField('actor_id', { filter: 'string', sort: true, nullable: true }),
    actorType: enumField('AuditLogActorTypeEnum', auditLogActorTypes, 'actor_type', {
      filter: 'enum',
      sort: true,
      nullable: true,
    }),
    agentElementId: textField('agent_element_id', { filter: 'string', nullable: true }),
    tenantId: textField('tenant_id', { filter: 'string', sort: true, nullable: true }),
    result: enumField('AuditLogResultEnum', auditLogResults, 'result', { filter: 'enum', sort: true }),
    category: enumField('CategoryEnum', auditLogCategories, 'category', { filter: 'enum', sort: true }),
    processDefinitionId: textField('process_definition_id', { filter: 'string', sort: true, nullable: true }),
    processDefinitionKey: sortedKey('ProcessDefinitionKey', 'process_definition_key'),
    processInstanceKey: sortedKey('ProcessInstanceKey', 'process_instance_key'),
    rootProcessInstanceKey: keyField('ProcessInstanceKey', 'process_instance.root_process_instance_key', {
      nullable: true,
    }),
    elementInstanceKey: sortedKey('ElementInstanceKey', 'element_instance_key'),
    jobKey: sortedKey('JobKey', 'job_key'),
    userTaskKey: keyField('UserTaskKey', 'user_task_key', {
      filter: 'basicString',
      isAnyText: true,
      sort: true,
      nullable: true,
    }),
    decisionRequirementsId: textField('decision_requirements_id', { filter: 'string', sort: true, nullable: true }),
    decisionRequirementsKey: sortedKey('DecisionRequirementsKey', 'decision_requirements_key'),
    decisionDefinitionId: textField('decision_definition_id', { filter: 'string', sort: true, nullable: true }),
    decisionDefinitionKey: sortedKey('DecisionDefinitionKey', 'decision_definition_key'),
    decisionEvaluationKey: sortedKey('DecisionEvaluationKey', 'decision_evaluation_key'),
    deploymentKey: filteredKey('DeploymentKey', 'deployment_key'),
    formKey: filteredKey('FormKey', 'form_key'),
    resourceKey: filteredKey('ResourceKey', 'resource_key'),
    relatedEntityKey: textField('related_entity_key', {
      schemaName: 'AuditLogEntityKey',
      filter: 'basicString',
      nullable: true,
    }),
    relatedEntityType: enumField('EntityTypeEnum', auditLogEntityTypes, 'related_entity_type', {
      filter: 'enum',
      nullable: true,
    }),
    entityDescription: textField('entity_description', { filter: 'string', nullable: true }),
    inboundChannelType: textField('inbound_channel_type', { filter: 'string', sort: true, nullable: true }),
    inboundChannelToolName: textField('inbound_channel_tool_name', { filter: 'string', sort: true, nullable: true }),
  },
});
