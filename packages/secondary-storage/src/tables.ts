import type { CellValue } from './column.ts';
import type { Row, Table } from './table.ts';
import { agentDefinitionTable } from './tables/agent-definition.ts';
import { auditLogTable } from './tables/audit-log.ts';
import { batchOperationTable } from './tables/batch-operation.ts';
import { batchOperationItemTable } from './tables/batch-operation-item.ts';
import { clusterVariableTable } from './tables/cluster-variable.ts';
import { correlatedMessageSubscriptionTable } from './tables/correlated-message-subscription.ts';
import { decisionDefinitionTable } from './tables/decision-definition.ts';
import { decisionInstanceTable } from './tables/decision-instance.ts';
import { decisionRequirementsTable } from './tables/decision-requirements.ts';
import { elementInstanceTable } from './tables/element-instance.ts';
import { endedElementCountTable } from './tables/ended-element-count.ts';
import { exportedPositionTable } from './tables/exported-position.ts';
import { formTable } from './tables/form.ts';
import { globalListenerTable } from './tables/global-listener.ts';
import { historyDeletionTable } from './tables/history-deletion.ts';
import { incidentTable } from './tables/incident.ts';
import { incidentScopeTable } from './tables/incident-scope.ts';
import { jobTable } from './tables/job.ts';
import { jobMetricTable } from './tables/job-metric.ts';
import { messageSubscriptionTable } from './tables/message-subscription.ts';
import { processDefinitionTable } from './tables/process-definition.ts';
import { processInstanceTable } from './tables/process-instance.ts';
import { removedProcessInstanceTable } from './tables/removed-process-instance.ts';
import { resourceTable } from './tables/resource.ts';
import { savedFilterTable } from './tables/saved-filter.ts';
import { sequenceFlowTable } from './tables/sequence-flow.ts';
import { usageMetricTable } from './tables/usage-metric.ts';
import { usageMetricAssigneeTable } from './tables/usage-metric-assignee.ts';
import { userTaskTable } from './tables/user-task.ts';
import { userTaskCandidateTable } from './tables/user-task-candidate.ts';
import { userTaskCommentTable } from './tables/user-task-comment.ts';
import { variableTable } from './tables/variable.ts';
import { variableNameTable } from './tables/variable-name.ts';
import { waitingEventTable } from './tables/waiting-event.ts';

/** Every table of the secondary storage. */
export const tables = {
  element_instance: elementInstanceTable,
  agent_definition: agentDefinitionTable,
  audit_log: auditLogTable,
  batch_operation: batchOperationTable,
  batch_operation_item: batchOperationItemTable,
  cluster_variable: clusterVariableTable,
  decision_definition: decisionDefinitionTable,
  decision_instance: decisionInstanceTable,
  decision_requirements: decisionRequirementsTable,
  correlated_message_subscription: correlatedMessageSubscriptionTable,
  ended_element_count: endedElementCountTable,
  exported_position: exportedPositionTable,
  form: formTable,
  message_subscription: messageSubscriptionTable,
  process_definition: processDefinitionTable,
  process_instance: processInstanceTable,
  usage_metric: usageMetricTable,
  usage_metric_assignee: usageMetricAssigneeTable,
  user_task: userTaskTable,
  user_task_candidate: userTaskCandidateTable,
  user_task_comment: userTaskCommentTable,
  removed_process_instance: removedProcessInstanceTable,
  resource: resourceTable,
  saved_filter: savedFilterTable,
  global_listener: globalListenerTable,
  history_deletion: historyDeletionTable,
  incident: incidentTable,
  incident_scope: incidentScopeTable,
  job: jobTable,
  job_metric: jobMetricTable,
  sequence_flow: sequenceFlowTable,
  variable: variableTable,
  variable_name: variableNameTable,
  waiting_event: waitingEventTable,
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof tables;

export type RowOf<Name extends TableName> = Row<(typeof tables)[Name]>;

/** For Kysely: every column may be selected as any of its representations, since keys are cast to text. */
export type SecondaryStorage = {
  [Name in TableName]: { [Column in keyof RowOf<Name>]: CellValue };
};
