/** The operations that are recorded, by the value types that tell them; which ones, is Camunda's choice. */
import {
  BatchOperationCreationIntent,
  BatchOperationLifecycleManagementIntent,
  DecisionEvaluationIntent,
  DecisionIntent,
  DecisionRequirementsIntent,
  FormIntent,
  HistoryDeletionIntent,
  IncidentIntent,
  ProcessInstanceCreationIntent,
  ProcessInstanceIntent,
  ProcessInstanceMigrationIntent,
  ProcessInstanceModificationIntent,
  ProcessIntent,
  RejectionType,
  ResourceIntent,
  UserTaskIntent,
  ValueType,
  VariableIntent,
} from '@waggle/protocol';
import type { AuditedOperations } from './audited-operation.ts';

const { DEPLOYMENT, RESOURCE_DELETION } = ValueType;
const { INVALID_STATE, PROCESSING_ERROR } = RejectionType;

export const auditedOperations: { readonly [Type in ValueType]?: AuditedOperations<Type> } = {
  [ValueType.USER_TASK]: {
    category: 'USER_TASKS',
    entityType: 'USER_TASK',
    events: {
      [UserTaskIntent.ASSIGNED]: 'ASSIGN',
      [UserTaskIntent.UPDATED]: 'UPDATE',
      [UserTaskIntent.COMPLETED]: 'COMPLETE',
    },
    rejections: {
      [UserTaskIntent.ASSIGN]: 'ASSIGN',
      [UserTaskIntent.CLAIM]: 'ASSIGN',
      [UserTaskIntent.UPDATE]: 'UPDATE',
      [UserTaskIntent.COMPLETE]: 'COMPLETE',
    },
    rejectionTypes: [INVALID_STATE],
    // Listeners may have worked in between. What the model does, such as assigning, has no action.
    isOperation: ({ action }) => action !== '',
    details: ({ intent, key, value }) => ({
      user_task_key: key,
      ...(intent === UserTaskIntent.ASSIGNED && value.assignee === '' ? { operation_type: 'UNASSIGN' } : {}),
    }),
  },
  [ValueType.PROCESS_INSTANCE_CREATION]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'PROCESS_INSTANCE',
    events: { [ProcessInstanceCreationIntent.CREATED]: 'CREATE' },
    details: ({ value }) => ({ entity_key: String(value.processInstanceKey) }),
  },
  [ValueType.PROCESS_INSTANCE]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'PROCESS_INSTANCE',
    events: {
      [ProcessInstanceIntent.CANCELING]: 'CANCEL',
      [ProcessInstanceIntent.SUSPENDED]: 'SUSPEND',
      [ProcessInstanceIntent.RESUMING]: 'RESUME',
    },
    rejections: {
      [ProcessInstanceIntent.CANCEL]: 'CANCEL',
      [ProcessInstanceIntent.SUSPEND]: 'SUSPEND',
      [ProcessInstanceIntent.RESUME]: 'RESUME',
    },
    rejectionTypes: [INVALID_STATE],
    details: ({ key }) => ({ process_instance_key: key }),
  },
  [ValueType.PROCESS_INSTANCE_MIGRATION]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'PROCESS_INSTANCE',
    events: { [ProcessInstanceMigrationIntent.MIGRATED]: 'MIGRATE' },
    rejections: { [ProcessInstanceMigrationIntent.MIGRATE]: 'MIGRATE' },
    rejectionTypes: [INVALID_STATE, PROCESSING_ERROR],
    details: ({ value }) => ({
      entity_key: String(value.processInstanceKey),
      process_definition_key: value.targetProcessDefinitionKey,
    }),
  },
  [ValueType.PROCESS_INSTANCE_MODIFICATION]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'PROCESS_INSTANCE',
    events: { [ProcessInstanceModificationIntent.MODIFIED]: 'MODIFY' },
    details: ({ value }) => ({ entity_key: String(value.processInstanceKey) }),
  },
  [ValueType.INCIDENT]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'INCIDENT',
    events: { [IncidentIntent.RESOLVED]: 'RESOLVE' },
    rejections: { [IncidentIntent.RESOLVE]: 'RESOLVE' },
    rejectionTypes: [INVALID_STATE],
  },
  [ValueType.VARIABLE]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'VARIABLE',
    events: { [VariableIntent.CREATED]: 'CREATE', [VariableIntent.UPDATED]: 'UPDATE' },
    askedBy: [ValueType.VARIABLE_DOCUMENT],
    details: ({ value }) => ({
      entity_description: value.name,
      ...(value.scopeKey === value.processInstanceKey ? {} : { element_instance_key: value.scopeKey }),
    }),
  },
  [ValueType.DECISION_EVALUATION]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'DECISION',
    events: {
      [DecisionEvaluationIntent.EVALUATED]: 'EVALUATE',
      [DecisionEvaluationIntent.FAILED]: 'EVALUATE',
    },
    details: ({ intent, key, value }) => ({
      decision_evaluation_key: key,
      decision_definition_id: value.decisionId,
      decision_definition_key: value.decisionKey,
      decision_requirements_id: value.decisionRequirementsId,
      decision_requirements_key: value.decisionRequirementsKey,
      ...(intent === DecisionEvaluationIntent.FAILED ? { result: 'FAIL' } : {}),
    }),
  },
  [ValueType.BATCH_OPERATION_CREATION]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'BATCH',
    isDistributed: true,
    events: { [BatchOperationCreationIntent.CREATED]: 'CREATE' },
    details: ({ key }) => ({ batch_operation_key: key, tenant_id: null }),
  },
  [ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'BATCH',
    isDistributed: true,
    events: {
      [BatchOperationLifecycleManagementIntent.SUSPENDED]: 'SUSPEND',
      [BatchOperationLifecycleManagementIntent.RESUMED]: 'RESUME',
      [BatchOperationLifecycleManagementIntent.CANCELED]: 'CANCEL',
    },
    rejections: {
      [BatchOperationLifecycleManagementIntent.SUSPEND]: 'SUSPEND',
      [BatchOperationLifecycleManagementIntent.RESUME]: 'RESUME',
      [BatchOperationLifecycleManagementIntent.CANCEL]: 'CANCEL',
    },
    rejectionTypes: [INVALID_STATE],
    details: ({ value }) => ({
      entity_key: String(value.batchOperationKey),
      batch_operation_key: value.batchOperationKey,
    }),
  },
  [ValueType.HISTORY_DELETION]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'RESOURCE',
    events: { [HistoryDeletionIntent.DELETED]: 'DELETE' },
    details: ({ value }) => ({
      entity_key: String(value.resourceKey),
      entity_type: historyEntityTypes[value.resourceType] ?? 'RESOURCE',
      entity_description: value.resourceType,
    }),
  },
  [ValueType.PROCESS]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'RESOURCE',
    events: { [ProcessIntent.CREATED]: 'CREATE', [ProcessIntent.DELETED]: 'DELETE' },
    askedBy: [DEPLOYMENT, RESOURCE_DELETION],
    isDistributed: true,
    details: ({ value }) => ({
      entity_key: String(value.processDefinitionKey),
      entity_description: value.resourceName,
      deployment_key: value.deploymentKey,
    }),
  },
  [ValueType.DECISION_REQUIREMENTS]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'RESOURCE',
    events: { [DecisionRequirementsIntent.CREATED]: 'CREATE', [DecisionRequirementsIntent.DELETED]: 'DELETE' },
    askedBy: [DEPLOYMENT, RESOURCE_DELETION],
    isDistributed: true,
    details: ({ value }) => ({
      entity_key: String(value.decisionRequirementsKey),
      entity_description: value.resourceName,
      deployment_key: value.deploymentKey,
      decision_requirements_id: value.decisionRequirementsId,
      decision_requirements_key: value.decisionRequirementsKey,
    }),
  },
  [ValueType.DECISION]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'DECISION',
    events: { [DecisionIntent.CREATED]: 'CREATE', [DecisionIntent.DELETED]: 'DELETE' },
    askedBy: [DEPLOYMENT, RESOURCE_DELETION],
    isDistributed: true,
    details: ({ value }) => ({
      entity_key: String(value.decisionKey),
      entity_description: value.decisionName,
      deployment_key: value.deploymentKey,
      decision_requirements_id: value.decisionRequirementsId,
      decision_requirements_key: value.decisionRequirementsKey,
      decision_definition_id: value.decisionId,
      decision_definition_key: value.decisionKey,
    }),
  },
  [ValueType.FORM]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'RESOURCE',
    events: { [FormIntent.CREATED]: 'CREATE', [FormIntent.DELETED]: 'DELETE' },
    askedBy: [DEPLOYMENT, RESOURCE_DELETION],
    isDistributed: true,
    details: ({ value }) => ({
      entity_key: String(value.formKey),
      entity_description: value.resourceName,
      deployment_key: value.deploymentKey,
      form_key: value.formKey,
    }),
  },
  [ValueType.RESOURCE]: {
    category: 'DEPLOYED_RESOURCES',
    entityType: 'RESOURCE',
    events: { [ResourceIntent.CREATED]: 'CREATE', [ResourceIntent.DELETED]: 'DELETE' },
    askedBy: [DEPLOYMENT, RESOURCE_DELETION],
    isDistributed: true,
    details: ({ value }) => ({
      entity_key: String(value.resourceKey),
      entity_description: value.resourceName,
      deployment_key: value.deploymentKey,
      resource_key: value.resourceKey,
    }),
  },
};

const historyEntityTypes: Readonly<Record<string, string>> = {
  PROCESS_INSTANCE: 'PROCESS_INSTANCE',
  DECISION_INSTANCE: 'DECISION',
};
