import type { ValueCodec } from './encoding/value-codec.ts';
import { ValueType } from './value-type.ts';
import {
  type AdHocSubProcessInstructionValue,
  adHocSubProcessInstructionCodec,
} from './values/ad-hoc-sub-process-instruction.ts';
import { type AsyncRequestValue, asyncRequestCodec } from './values/async-request.ts';
import { type BatchOperationChunkValue, batchOperationChunkCodec } from './values/batch-operation-chunk.ts';
import { type BatchOperationCreationValue, batchOperationCreationCodec } from './values/batch-operation-creation.ts';
import { type BatchOperationExecutionValue, batchOperationExecutionCodec } from './values/batch-operation-execution.ts';
import {
  type BatchOperationInitializationValue,
  batchOperationInitializationCodec,
} from './values/batch-operation-initialization.ts';
import {
  type BatchOperationLifecycleManagementValue,
  batchOperationLifecycleManagementCodec,
} from './values/batch-operation-lifecycle-management.ts';
import {
  type BatchOperationPartitionLifecycleValue,
  batchOperationPartitionLifecycleCodec,
} from './values/batch-operation-partition-lifecycle.ts';
import { type ClockValue, clockCodec } from './values/clock.ts';
import { type ClusterVariableValue, clusterVariableCodec } from './values/cluster-variable.ts';
import { type CommandDistributionValue, commandDistributionCodec } from './values/command-distribution.ts';
import {
  type CompensationSubscriptionValue,
  compensationSubscriptionCodec,
} from './values/compensation-subscription.ts';
import { type ConditionalEvaluationValue, conditionalEvaluationCodec } from './values/conditional-evaluation.ts';
import { type ConditionalSubscriptionValue, conditionalSubscriptionCodec } from './values/conditional-subscription.ts';
import { type DecisionValue, decisionCodec } from './values/decision.ts';
import { type DecisionEvaluationValue, decisionEvaluationCodec } from './values/decision-evaluation.ts';
import { type DecisionRequirementsValue, decisionRequirementsCodec } from './values/decision-requirements.ts';
import { type DeploymentValue, deploymentCodec } from './values/deployment.ts';
import { type ErrorValue, errorCodec } from './values/error.ts';
import { type EscalationValue, escalationCodec } from './values/escalation.ts';
import { type ExpressionValue, expressionCodec } from './values/expression.ts';
import { type FormValue, formCodec } from './values/form.ts';
import { type GlobalListenerValue, globalListenerCodec } from './values/global-listener.ts';
import { type GlobalListenerBatchValue, globalListenerBatchCodec } from './values/global-listener-batch.ts';
import { type HistoryDeletionValue, historyDeletionCodec } from './values/history-deletion.ts';
import { type IncidentValue, incidentCodec } from './values/incident.ts';
import { type JobValue, jobCodec } from './values/job.ts';
import { type JobBatchValue, jobBatchCodec } from './values/job-batch.ts';
import { type MessageValue, messageCodec } from './values/message.ts';
import { type MessageCorrelationValue, messageCorrelationCodec } from './values/message-correlation.ts';
import {
  type MessageStartEventSubscriptionValue,
  messageStartEventSubscriptionCodec,
} from './values/message-start-event-subscription.ts';
import { type MessageSubscriptionValue, messageSubscriptionCodec } from './values/message-subscription.ts';
import { type MultiInstanceValue, multiInstanceCodec } from './values/multi-instance.ts';
import { type ProcessValue, processCodec } from './values/process.ts';
import { type ProcessEventValue, processEventCodec } from './values/process-event.ts';
import { type ProcessInstanceValue, processInstanceCodec } from './values/process-instance.ts';
import { type ProcessInstanceBatchValue, processInstanceBatchCodec } from './values/process-instance-batch.ts';
import {
  type ProcessInstanceBusinessIdValue,
  processInstanceBusinessIdCodec,
} from './values/process-instance-business-id.ts';
import { type ProcessInstanceCreationValue, processInstanceCreationCodec } from './values/process-instance-creation.ts';
import {
  type ProcessInstanceMigrationValue,
  processInstanceMigrationCodec,
} from './values/process-instance-migration.ts';
import {
  type ProcessInstanceModificationValue,
  processInstanceModificationCodec,
} from './values/process-instance-modification.ts';
import { type ProcessInstanceResultValue, processInstanceResultCodec } from './values/process-instance-result.ts';
import {
  type ProcessMessageSubscriptionValue,
  processMessageSubscriptionCodec,
} from './values/process-message-subscription.ts';
import { type ResourceValue, resourceCodec } from './values/resource.ts';
import { type ResourceDeletionValue, resourceDeletionCodec } from './values/resource-deletion.ts';
import { type RuntimeInstructionValue, runtimeInstructionCodec } from './values/runtime-instruction.ts';
import { type SavedFilterValue, savedFilterCodec } from './values/saved-filter.ts';
import { type SignalValue, signalCodec } from './values/signal.ts';
import { type SignalSubscriptionValue, signalSubscriptionCodec } from './values/signal-subscription.ts';
import { type SuspensionBatchValue, suspensionBatchCodec } from './values/suspension-batch.ts';
import { type TimerValue, timerCodec } from './values/timer.ts';
import { type UserTaskValue, userTaskCodec } from './values/user-task.ts';
import { type UserTaskCommentValue, userTaskCommentCodec } from './values/user-task-comment.ts';
import { type VariableValue, variableCodec } from './values/variable.ts';
import { type VariableDocumentValue, variableDocumentCodec } from './values/variable-document.ts';

/** The value's shape by value type. */
export interface RecordValues {
  [ValueType.JOB]: JobValue;
  [ValueType.DEPLOYMENT]: DeploymentValue;
  [ValueType.PROCESS_INSTANCE]: ProcessInstanceValue;
  [ValueType.INCIDENT]: IncidentValue;
  [ValueType.MESSAGE]: MessageValue;
  [ValueType.MESSAGE_SUBSCRIPTION]: MessageSubscriptionValue;
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: ProcessMessageSubscriptionValue;
  [ValueType.JOB_BATCH]: JobBatchValue;
  [ValueType.TIMER]: TimerValue;
  [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: MessageStartEventSubscriptionValue;
  [ValueType.VARIABLE]: VariableValue;
  [ValueType.VARIABLE_DOCUMENT]: VariableDocumentValue;
  [ValueType.PROCESS_INSTANCE_CREATION]: ProcessInstanceCreationValue;
  [ValueType.ERROR]: ErrorValue;
  [ValueType.PROCESS_INSTANCE_RESULT]: ProcessInstanceResultValue;
  [ValueType.PROCESS]: ProcessValue;
  [ValueType.PROCESS_EVENT]: ProcessEventValue;
  [ValueType.DECISION]: DecisionValue;
  [ValueType.DECISION_REQUIREMENTS]: DecisionRequirementsValue;
  [ValueType.DECISION_EVALUATION]: DecisionEvaluationValue;
  [ValueType.COMMAND_DISTRIBUTION]: CommandDistributionValue;
  [ValueType.PROCESS_INSTANCE_BATCH]: ProcessInstanceBatchValue;
  [ValueType.MESSAGE_CORRELATION]: MessageCorrelationValue;
  [ValueType.USER_TASK]: UserTaskValue;
  [ValueType.SIGNAL]: SignalValue;
  [ValueType.SIGNAL_SUBSCRIPTION]: SignalSubscriptionValue;
  [ValueType.ESCALATION]: EscalationValue;
  [ValueType.COMPENSATION_SUBSCRIPTION]: CompensationSubscriptionValue;
  [ValueType.CONDITIONAL_SUBSCRIPTION]: ConditionalSubscriptionValue;
  [ValueType.CONDITIONAL_EVALUATION]: ConditionalEvaluationValue;
  [ValueType.PROCESS_INSTANCE_MODIFICATION]: ProcessInstanceModificationValue;
  [ValueType.PROCESS_INSTANCE_MIGRATION]: ProcessInstanceMigrationValue;
  [ValueType.RESOURCE_DELETION]: ResourceDeletionValue;
  [ValueType.FORM]: FormValue;
  [ValueType.RESOURCE]: ResourceValue;
  [ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION]: AdHocSubProcessInstructionValue;
  [ValueType.MULTI_INSTANCE]: MultiInstanceValue;
  [ValueType.RUNTIME_INSTRUCTION]: RuntimeInstructionValue;
  [ValueType.SUSPENSION_BATCH]: SuspensionBatchValue;
  [ValueType.PROCESS_INSTANCE_BUSINESS_ID]: ProcessInstanceBusinessIdValue;
  [ValueType.SAVED_FILTER]: SavedFilterValue;
  [ValueType.USER_TASK_COMMENT]: UserTaskCommentValue;
  [ValueType.CLOCK]: ClockValue;
  [ValueType.CLUSTER_VARIABLE]: ClusterVariableValue;
  [ValueType.GLOBAL_LISTENER]: GlobalListenerValue;
  [ValueType.GLOBAL_LISTENER_BATCH]: GlobalListenerBatchValue;
  [ValueType.EXPRESSION]: ExpressionValue;
  [ValueType.HISTORY_DELETION]: HistoryDeletionValue;
  [ValueType.BATCH_OPERATION_CREATION]: BatchOperationCreationValue;
  [ValueType.BATCH_OPERATION_CHUNK]: BatchOperationChunkValue;
  [ValueType.BATCH_OPERATION_EXECUTION]: BatchOperationExecutionValue;
  [ValueType.BATCH_OPERATION_INITIALIZATION]: BatchOperationInitializationValue;
  [ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT]: BatchOperationLifecycleManagementValue;
  [ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE]: BatchOperationPartitionLifecycleValue;
  [ValueType.ASYNC_REQUEST]: AsyncRequestValue;
}

export type RecordValue = RecordValues[ValueType];

export const valueCodecs: { readonly [Type in ValueType]: ValueCodec<RecordValues[Type]> } = {
  [ValueType.JOB]: jobCodec,
  [ValueType.DEPLOYMENT]: deploymentCodec,
  [ValueType.PROCESS_INSTANCE]: processInstanceCodec,
  [ValueType.INCIDENT]: incidentCodec,
  [ValueType.MESSAGE]: messageCodec,
  [ValueType.MESSAGE_SUBSCRIPTION]: messageSubscriptionCodec,
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: processMessageSubscriptionCodec,
  [ValueType.JOB_BATCH]: jobBatchCodec,
  [ValueType.TIMER]: timerCodec,
  [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: messageStartEventSubscriptionCodec,
  [ValueType.VARIABLE]: variableCodec,
  [ValueType.VARIABLE_DOCUMENT]: variableDocumentCodec,
  [ValueType.PROCESS_INSTANCE_CREATION]: processInstanceCreationCodec,
  [ValueType.ERROR]: errorCodec,
  [ValueType.PROCESS_INSTANCE_RESULT]: processInstanceResultCodec,
  [ValueType.PROCESS]: processCodec,
  [ValueType.PROCESS_EVENT]: processEventCodec,
  [ValueType.DECISION]: decisionCodec,
  [ValueType.DECISION_REQUIREMENTS]: decisionRequirementsCodec,
  [ValueType.DECISION_EVALUATION]: decisionEvaluationCodec,
  [ValueType.COMMAND_DISTRIBUTION]: commandDistributionCodec,
  [ValueType.PROCESS_INSTANCE_BATCH]: processInstanceBatchCodec,
  [ValueType.MESSAGE_CORRELATION]: messageCorrelationCodec,
  [ValueType.USER_TASK]: userTaskCodec,
  [ValueType.SIGNAL]: signalCodec,
  [ValueType.SIGNAL_SUBSCRIPTION]: signalSubscriptionCodec,
  [ValueType.ESCALATION]: escalationCodec,
  [ValueType.COMPENSATION_SUBSCRIPTION]: compensationSubscriptionCodec,
  [ValueType.CONDITIONAL_SUBSCRIPTION]: conditionalSubscriptionCodec,
  [ValueType.CONDITIONAL_EVALUATION]: conditionalEvaluationCodec,
  [ValueType.PROCESS_INSTANCE_MODIFICATION]: processInstanceModificationCodec,
  [ValueType.PROCESS_INSTANCE_MIGRATION]: processInstanceMigrationCodec,
  [ValueType.RESOURCE_DELETION]: resourceDeletionCodec,
  [ValueType.FORM]: formCodec,
  [ValueType.RESOURCE]: resourceCodec,
  [ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION]: adHocSubProcessInstructionCodec,
  [ValueType.MULTI_INSTANCE]: multiInstanceCodec,
  [ValueType.RUNTIME_INSTRUCTION]: runtimeInstructionCodec,
  [ValueType.SUSPENSION_BATCH]: suspensionBatchCodec,
  [ValueType.PROCESS_INSTANCE_BUSINESS_ID]: processInstanceBusinessIdCodec,
  [ValueType.SAVED_FILTER]: savedFilterCodec,
  [ValueType.USER_TASK_COMMENT]: userTaskCommentCodec,
  [ValueType.CLOCK]: clockCodec,
  [ValueType.CLUSTER_VARIABLE]: clusterVariableCodec,
  [ValueType.GLOBAL_LISTENER]: globalListenerCodec,
  [ValueType.GLOBAL_LISTENER_BATCH]: globalListenerBatchCodec,
  [ValueType.EXPRESSION]: expressionCodec,
  [ValueType.HISTORY_DELETION]: historyDeletionCodec,
  [ValueType.BATCH_OPERATION_CREATION]: batchOperationCreationCodec,
  [ValueType.BATCH_OPERATION_CHUNK]: batchOperationChunkCodec,
  [ValueType.BATCH_OPERATION_EXECUTION]: batchOperationExecutionCodec,
  [ValueType.BATCH_OPERATION_INITIALIZATION]: batchOperationInitializationCodec,
  [ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT]: batchOperationLifecycleManagementCodec,
  [ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE]: batchOperationPartitionLifecycleCodec,
  [ValueType.ASYNC_REQUEST]: asyncRequestCodec,
};
