import { type LogRecord, type RecordOf, RecordType, ValueType } from '@waggle/protocol';
import { foldAuditLog } from './audit-log/fold-audit-log.ts';
import { foldBatchOperationItem } from './batch-operation-items.ts';
import type { Fold, FoldContext } from './fold.ts';
import { foldBatchOperationChunk } from './folds/batch-operation-chunk.ts';
import { foldBatchOperationCreation } from './folds/batch-operation-creation.ts';
import { foldBatchOperationExecution } from './folds/batch-operation-execution.ts';
import { foldBatchOperationInitialization } from './folds/batch-operation-initialization.ts';
import { foldBatchOperationLifecycleManagement } from './folds/batch-operation-lifecycle-management.ts';
import { foldClusterVariable } from './folds/cluster-variable.ts';
import { foldDecision } from './folds/decision.ts';
import { foldDecisionEvaluation } from './folds/decision-evaluation.ts';
import { foldDecisionRequirements } from './folds/decision-requirements.ts';
import { foldForm } from './folds/form.ts';
import { foldGlobalListener } from './folds/global-listener.ts';
import { foldHistoryDeletion } from './folds/history-deletion.ts';
import { foldIncident } from './folds/incident.ts';
import { foldJob } from './folds/job.ts';
import { foldJobBatch } from './folds/job-batch.ts';
import { foldMessageStartEventSubscription } from './folds/message-start-event-subscription.ts';
import { foldProcess } from './folds/process.ts';
import { foldProcessInstance } from './folds/process-instance.ts';
import { foldProcessInstanceBusinessId } from './folds/process-instance-business-id.ts';
import { foldProcessInstanceCreation } from './folds/process-instance-creation.ts';
import { foldProcessMessageSubscription } from './folds/process-message-subscription.ts';
import { foldResource } from './folds/resource.ts';
import { foldResourceDeletion } from './folds/resource-deletion.ts';
import { foldSavedFilter } from './folds/saved-filter.ts';
import { foldUserTask } from './folds/user-task.ts';
import { foldUserTaskComment } from './folds/user-task-comment.ts';
import { foldVariable } from './folds/variable.ts';
import { foldConditionalSubscription, foldSignalSubscription, foldTimer } from './folds/waiting-event.ts';
import { countUsage } from './usage-metrics.ts';

/** Every value type that has rows of its own or changes those of others. */
const folds: { readonly [Type in ValueType]?: Fold<Type> } = {
  [ValueType.BATCH_OPERATION_CHUNK]: foldBatchOperationChunk,
  [ValueType.BATCH_OPERATION_CREATION]: foldBatchOperationCreation,
  [ValueType.BATCH_OPERATION_EXECUTION]: foldBatchOperationExecution,
  [ValueType.BATCH_OPERATION_INITIALIZATION]: foldBatchOperationInitialization,
  [ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT]: foldBatchOperationLifecycleManagement,
  [ValueType.CLUSTER_VARIABLE]: foldClusterVariable,
  [ValueType.DECISION]: foldDecision,
  [ValueType.DECISION_EVALUATION]: foldDecisionEvaluation,
  [ValueType.DECISION_REQUIREMENTS]: foldDecisionRequirements,
  [ValueType.FORM]: foldForm,
  [ValueType.GLOBAL_LISTENER]: foldGlobalListener,
  [ValueType.HISTORY_DELETION]: foldHistoryDeletion,
  [ValueType.INCIDENT]: foldIncident,
  [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: foldMessageStartEventSubscription,
  [ValueType.JOB]: foldJob,
  [ValueType.JOB_BATCH]: foldJobBatch,
  [ValueType.TIMER]: foldTimer,
  [ValueType.SIGNAL_SUBSCRIPTION]: foldSignalSubscription,
  [ValueType.CONDITIONAL_SUBSCRIPTION]: foldConditionalSubscription,
  [ValueType.PROCESS]: foldProcess,
  [ValueType.PROCESS_INSTANCE]: foldProcessInstance,
  [ValueType.PROCESS_INSTANCE_BUSINESS_ID]: foldProcessInstanceBusinessId,
  [ValueType.PROCESS_INSTANCE_CREATION]: foldProcessInstanceCreation,
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: foldProcessMessageSubscription,
  [ValueType.SAVED_FILTER]: foldSavedFilter,
  [ValueType.USER_TASK]: foldUserTask,
  [ValueType.USER_TASK_COMMENT]: foldUserTaskComment,
  [ValueType.RESOURCE]: foldResource,
  [ValueType.RESOURCE_DELETION]: foldResourceDeletion,
  [ValueType.VARIABLE]: foldVariable,
};

/** Folds a record into the changes of the context; records that mean nothing to searches change nothing. */
export function foldRecord(record: LogRecord, context: FoldContext): void {
  if (record.recordType === RecordType.COMMAND) return;
  foldAuditLog(record, context);
  if (record.recordType !== RecordType.EVENT) return;
  foldBatchOperationItem(record, context);
  const fold = folds[record.valueType] as ((record: LogRecord, context: FoldContext) => void) | undefined;
  fold?.(record as RecordOf<ValueType>, context);
  countUsage(record, context);
}
