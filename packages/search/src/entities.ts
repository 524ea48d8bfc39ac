import { agentDefinition } from './entities/agent-definition.ts';
import { auditLog } from './entities/audit-log.ts';
import { batchOperation } from './entities/batch-operation.ts';
import { batchOperationItem } from './entities/batch-operation-item.ts';
import { clusterVariable } from './entities/cluster-variable.ts';
import { correlatedMessageSubscription } from './entities/correlated-message-subscription.ts';
import { decisionDefinition } from './entities/decision-definition.ts';
import { decisionInstance } from './entities/decision-instance.ts';
import { decisionRequirements } from './entities/decision-requirements.ts';
import { elementInstance } from './entities/element-instance.ts';
import { form } from './entities/form.ts';
import { globalTaskListener } from './entities/global-task-listener.ts';
import { incident } from './entities/incident.ts';
import { incidentStatisticsByDefinition } from './entities/incident-statistics-by-definition.ts';
import { incidentStatisticsByError } from './entities/incident-statistics-by-error.ts';
import { job } from './entities/job.ts';
import {
  jobErrorStatistics,
  jobTimeSeriesStatistics,
  jobTypeStatistics,
  jobWorkerStatistics,
} from './entities/job-statistics.ts';
import { messageSubscription } from './entities/message-subscription.ts';
import { messageSubscriptionStatistics } from './entities/message-subscription-statistics.ts';
import { processDefinition } from './entities/process-definition.ts';
import { processDefinitionInstanceStatistics } from './entities/process-definition-instance-statistics.ts';
import { processDefinitionInstanceVersionStatistics } from './entities/process-definition-instance-version-statistics.ts';
import { processDefinitionVariableName } from './entities/process-definition-variable-name.ts';
import { processInstance } from './entities/process-instance.ts';
import { resource } from './entities/resource.ts';
import { savedFilter } from './entities/saved-filter.ts';
import { userTask } from './entities/user-task.ts';
import { userTaskAuditLog } from './entities/user-task-audit-log.ts';
import { userTaskComment } from './entities/user-task-comment.ts';
import { userTaskVariable } from './entities/user-task-variable.ts';
import { variable } from './entities/variable.ts';
import { waitState } from './entities/wait-state.ts';
import type { Entity } from './entity.ts';

/** Everything that can be searched for. */
export const entities = {
  AgentDefinition: agentDefinition,
  AuditLog: auditLog,
  BatchOperation: batchOperation,
  BatchOperationItem: batchOperationItem,
  ClusterVariable: clusterVariable,
  DecisionDefinition: decisionDefinition,
  DecisionInstance: decisionInstance,
  DecisionRequirements: decisionRequirements,
  CorrelatedMessageSubscription: correlatedMessageSubscription,
  Form: form,
  ElementInstance: elementInstance,
  ElementInstanceWaitState: waitState,
  GlobalTaskListener: globalTaskListener,
  Incident: incident,
  MessageSubscription: messageSubscription,
  ProcessDefinitionMessageSubscriptionStatistics: messageSubscriptionStatistics,
  IncidentProcessInstanceStatisticsByDefinition: incidentStatisticsByDefinition,
  IncidentProcessInstanceStatisticsByError: incidentStatisticsByError,
  Job: job,
  JobErrorStatistics: jobErrorStatistics,
  JobTimeSeriesStatistics: jobTimeSeriesStatistics,
  JobTypeStatistics: jobTypeStatistics,
  JobWorkerStatistics: jobWorkerStatistics,
  ProcessDefinition: processDefinition,
  ProcessDefinitionInstanceStatistics: processDefinitionInstanceStatistics,
  ProcessDefinitionInstanceVersionStatistics: processDefinitionInstanceVersionStatistics,
  ProcessDefinitionVariableName: processDefinitionVariableName,
  ProcessInstance: processInstance,
  UserTask: userTask,
  Resource: resource,
  SavedFilter: savedFilter,
  UserTaskAuditLog: userTaskAuditLog,
  UserTaskComment: userTaskComment,
  UserTaskVariable: userTaskVariable,
  Variable: variable,
} as const satisfies Readonly<Record<string, Entity>>;

export type EntityName = keyof typeof entities;
