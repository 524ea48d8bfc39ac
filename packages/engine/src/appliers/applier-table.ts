import { type EventName, intentsByValueType, type LogRecord, type RecordValues, ValueType } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { adHocSubProcessInstructionActivated } from './ad-hoc-sub-process-instruction-activated.ts';
import { adHocSubProcessInstructionCompleted } from './ad-hoc-sub-process-instruction-completed.ts';
import type { Applier } from './applier.ts';
import { asyncRequestProcessed } from './async-request-processed.ts';
import { asyncRequestReceived } from './async-request-received.ts';
import { batchOperationChunkCreated } from './batch-operation-chunk-created.ts';
import { batchOperationCreationCreated } from './batch-operation-creation-created.ts';
import { batchOperationExecutionExecuted } from './batch-operation-execution-executed.ts';
import { batchOperationExecutionExecuting } from './batch-operation-execution-executing.ts';
import { batchOperationExecutionItemFailed } from './batch-operation-execution-item-failed.ts';
import { batchOperationInitializationInitialized } from './batch-operation-initialization-initialized.ts';
import { batchOperationInitializationInitializing } from './batch-operation-initialization-initializing.ts';
import { batchOperationLifecycleManagementCanceled } from './batch-operation-lifecycle-management-canceled.ts';
import { batchOperationLifecycleManagementCompleted } from './batch-operation-lifecycle-management-completed.ts';
import { batchOperationLifecycleManagementFailed } from './batch-operation-lifecycle-management-failed.ts';
import { batchOperationLifecycleManagementResumed } from './batch-operation-lifecycle-management-resumed.ts';
import { batchOperationLifecycleManagementSuspended } from './batch-operation-lifecycle-management-suspended.ts';
import { batchOperationPartitionLifecyclePartitionCompleted } from './batch-operation-partition-lifecycle-partition-completed.ts';
import { batchOperationPartitionLifecyclePartitionFailed } from './batch-operation-partition-lifecycle-partition-failed.ts';
import { clockPinned } from './clock-pinned.ts';
import { clockResetted } from './clock-resetted.ts';
import { clusterVariableCreated } from './cluster-variable-created.ts';
import { clusterVariableDeleted } from './cluster-variable-deleted.ts';
import { clusterVariableUpdated } from './cluster-variable-updated.ts';
import { commandDistributionAcknowledged } from './command-distribution-acknowledged.ts';
import { commandDistributionDistributing } from './command-distribution-distributing.ts';
import { commandDistributionEnqueued } from './command-distribution-enqueued.ts';
import { commandDistributionFinished } from './command-distribution-finished.ts';
import { commandDistributionReceived } from './command-distribution-received.ts';
import { commandDistributionStarted } from './command-distribution-started.ts';
import { compensationSubscriptionCompleted } from './compensation-subscription-completed.ts';
import { compensationSubscriptionCreated } from './compensation-subscription-created.ts';
import { compensationSubscriptionDeleted } from './compensation-subscription-deleted.ts';
import { compensationSubscriptionMigrated } from './compensation-subscription-migrated.ts';
import { compensationSubscriptionTriggered } from './compensation-subscription-triggered.ts';
import { conditionalEvaluationEvaluated } from './conditional-evaluation-evaluated.ts';
import { conditionalSubscriptionCreated } from './conditional-subscription-created.ts';
import { conditionalSubscriptionDeleted } from './conditional-subscription-deleted.ts';
import { conditionalSubscriptionMigrated } from './conditional-subscription-migrated.ts';
import { conditionalSubscriptionTriggered } from './conditional-subscription-triggered.ts';
import { decisionCreated } from './decision-created.ts';
import { decisionDeleted } from './decision-deleted.ts';
import { decisionEvaluationEvaluated } from './decision-evaluation-evaluated.ts';
import { decisionEvaluationFailed } from './decision-evaluation-failed.ts';
import { decisionRequirementsCreated } from './decision-requirements-created.ts';
import { decisionRequirementsDeleted } from './decision-requirements-deleted.ts';
import { deploymentCreated } from './deployment-created.ts';
import { errorCreated } from './error-created.ts';
import { escalationEscalated } from './escalation-escalated.ts';
import { escalationNotEscalated } from './escalation-not-escalated.ts';
import { expressionEvaluated } from './expression-evaluated.ts';
import { formCreated } from './form-created.ts';
import { formDeleted } from './form-deleted.ts';
import { globalListenerBatchConfigured } from './global-listener-batch-configured.ts';
import { globalListenerCreated } from './global-listener-created.ts';
import { globalListenerDeleted } from './global-listener-deleted.ts';
import { globalListenerUpdated } from './global-listener-updated.ts';
import { historyDeletionDeleted } from './history-deletion-deleted.ts';
import { incidentCreated } from './incident-created.ts';
import { incidentMigrated } from './incident-migrated.ts';
import { incidentResolved } from './incident-resolved.ts';
import { jobBatchActivated } from './job-batch-activated.ts';
import { jobCanceled } from './job-canceled.ts';
import { jobCompleted } from './job-completed.ts';
import { jobCreated } from './job-created.ts';
import { jobErrorThrown } from './job-error-thrown.ts';
import { jobFailed } from './job-failed.ts';
import { jobMigrated } from './job-migrated.ts';
import { jobPriorityUpdated } from './job-priority-updated.ts';
import { jobRecurredAfterBackoff } from './job-recurred-after-backoff.ts';
import { jobResumed } from './job-resumed.ts';
import { jobRetriesUpdated } from './job-retries-updated.ts';
import { jobSuspended } from './job-suspended.ts';
import { jobTimedOut } from './job-timed-out.ts';
import { jobTimeoutUpdated } from './job-timeout-updated.ts';
import { jobUpdated } from './job-updated.ts';
import { jobYielded } from './job-yielded.ts';
import { messageCorrelationCorrelated } from './message-correlation-correlated.ts';
import { messageCorrelationCorrelating } from './message-correlation-correlating.ts';
import { messageCorrelationNotCorrelated } from './message-correlation-not-correlated.ts';
import { messageExpired } from './message-expired.ts';
import { messagePublished } from './message-published.ts';
import { messageStartEventSubscriptionCorrelated } from './message-start-event-subscription-correlated.ts';
import { messageStartEventSubscriptionCreated } from './message-start-event-subscription-created.ts';
import { messageStartEventSubscriptionDeleted } from './message-start-event-subscription-deleted.ts';
import { messageSubscriptionCorrelated } from './message-subscription-correlated.ts';
import { messageSubscriptionCorrelating } from './message-subscription-correlating.ts';
import { messageSubscriptionCreated } from './message-subscription-created.ts';
import { messageSubscriptionDeleted } from './message-subscription-deleted.ts';
import { messageSubscriptionMigrated } from './message-subscription-migrated.ts';
import { messageSubscriptionRejected } from './message-subscription-rejected.ts';
import { multiInstanceInputCollectionEvaluated } from './multi-instance-input-collection-evaluated.ts';
import { multiInstanceOutputElementCollected } from './multi-instance-output-element-collected.ts';
import { processCreated } from './process-created.ts';
import { processDeleted } from './process-deleted.ts';
import { processDeleting } from './process-deleting.ts';
import { processDraining } from './process-draining.ts';
import { processEventTriggered } from './process-event-triggered.ts';
import { processEventTriggering } from './process-event-triggering.ts';
import { processInstanceBusinessIdAssigned } from './process-instance-business-id-assigned.ts';
import { processInstanceCanceling } from './process-instance-canceling.ts';
import { processInstanceCreationCreated } from './process-instance-creation-created.ts';
import { processInstanceElementActivated } from './process-instance-element-activated.ts';
import { processInstanceElementActivating } from './process-instance-element-activating.ts';
import { processInstanceElementCompleted } from './process-instance-element-completed.ts';
import { processInstanceElementCompleting } from './process-instance-element-completing.ts';
import { processInstanceElementMigrated } from './process-instance-element-migrated.ts';
import { processInstanceElementTerminated } from './process-instance-element-terminated.ts';
import { processInstanceElementTerminating } from './process-instance-element-terminating.ts';
import { processInstanceMigrationMigrated } from './process-instance-migration-migrated.ts';
import { processInstanceModificationModified } from './process-instance-modification-modified.ts';
import { processInstanceResultCompleted } from './process-instance-result-completed.ts';
import { processInstanceResumed } from './process-instance-resumed.ts';
import { processInstanceResuming } from './process-instance-resuming.ts';
import { processInstanceSequenceFlowDeleted } from './process-instance-sequence-flow-deleted.ts';
import { processInstanceSequenceFlowTaken } from './process-instance-sequence-flow-taken.ts';
import { processInstanceSuspended } from './process-instance-suspended.ts';
import { processMessageSubscriptionCorrelated } from './process-message-subscription-correlated.ts';
import { processMessageSubscriptionCreated } from './process-message-subscription-created.ts';
import { processMessageSubscriptionCreating } from './process-message-subscription-creating.ts';
import { processMessageSubscriptionDeleted } from './process-message-subscription-deleted.ts';
import { processMessageSubscriptionDeleting } from './process-message-subscription-deleting.ts';
import { processMessageSubscriptionMigrated } from './process-message-subscription-migrated.ts';
import { resourceCreated } from './resource-created.ts';
import { resourceDeleted } from './resource-deleted.ts';
import { resourceDeletionDeleted } from './resource-deletion-deleted.ts';
import { resourceDeletionDeleting } from './resource-deletion-deleting.ts';
import { runtimeInstructionInterrupted } from './runtime-instruction-interrupted.ts';
import { savedFilterCreated } from './saved-filter-created.ts';
import { savedFilterDeleted } from './saved-filter-deleted.ts';
import { savedFilterUpdated } from './saved-filter-updated.ts';
import { signalBroadcasted } from './signal-broadcasted.ts';
import { signalSubscriptionCreated } from './signal-subscription-created.ts';
import { signalSubscriptionDeleted } from './signal-subscription-deleted.ts';
import { signalSubscriptionMigrated } from './signal-subscription-migrated.ts';
import { suspensionBatchCommandBuffered } from './suspension-batch-command-buffered.ts';
import { suspensionBatchCommandDrained } from './suspension-batch-command-drained.ts';
import { timerCanceled } from './timer-canceled.ts';
import { timerCreated } from './timer-created.ts';
import { timerMigrated } from './timer-migrated.ts';
import { timerResumed } from './timer-resumed.ts';
import { timerSuspended } from './timer-suspended.ts';
import { timerTriggered } from './timer-triggered.ts';
import { userTaskAssigned } from './user-task-assigned.ts';
import { userTaskAssigning } from './user-task-assigning.ts';
import { userTaskAssignmentDenied } from './user-task-assignment-denied.ts';
import { userTaskCanceled } from './user-task-canceled.ts';
import { userTaskCanceling } from './user-task-canceling.ts';
import { userTaskClaiming } from './user-task-claiming.ts';
import { userTaskCommentCreated } from './user-task-comment-created.ts';
import { userTaskCommentDeleted } from './user-task-comment-deleted.ts';
import { userTaskCompleted } from './user-task-completed.ts';
import { userTaskCompleting } from './user-task-completing.ts';
import { userTaskCompletionDenied } from './user-task-completion-denied.ts';
import { userTaskCorrected } from './user-task-corrected.ts';
import { userTaskCreated } from './user-task-created.ts';
import { userTaskCreating } from './user-task-creating.ts';
import { userTaskMigrated } from './user-task-migrated.ts';
import { userTaskUpdateDenied } from './user-task-update-denied.ts';
import { userTaskUpdated } from './user-task-updated.ts';
import { userTaskUpdating } from './user-task-updating.ts';
import { variableCreated } from './variable-created.ts';
import { variableDocumentUpdateDenied } from './variable-document-update-denied.ts';
import { variableDocumentUpdated } from './variable-document-updated.ts';
import { variableDocumentUpdating } from './variable-document-updating.ts';
import { variableMigrated } from './variable-migrated.ts';
import { variableUpdated } from './variable-updated.ts';

/** The applier of every event; the compiler names a missing one. */
const appliers: { readonly [Type in ValueType]: { readonly [Name in EventName<Type>]: Applier<RecordValues[Type]> } } =
  {
    [ValueType.JOB]: {
      CREATED: jobCreated,
      COMPLETED: jobCompleted,
      TIMED_OUT: jobTimedOut,
      FAILED: jobFailed,
      RETRIES_UPDATED: jobRetriesUpdated,
      CANCELED: jobCanceled,
      ERROR_THROWN: jobErrorThrown,
      RECURRED_AFTER_BACKOFF: jobRecurredAfterBackoff,
      YIELDED: jobYielded,
      TIMEOUT_UPDATED: jobTimeoutUpdated,
      UPDATED: jobUpdated,
      MIGRATED: jobMigrated,
      PRIORITY_UPDATED: jobPriorityUpdated,
      SUSPENDED: jobSuspended,
      RESUMED: jobResumed,
    },
    [ValueType.DEPLOYMENT]: {
      CREATED: deploymentCreated,
    },
    [ValueType.PROCESS_INSTANCE]: {
      SEQUENCE_FLOW_TAKEN: processInstanceSequenceFlowTaken,
      ELEMENT_ACTIVATING: processInstanceElementActivating,
      ELEMENT_ACTIVATED: processInstanceElementActivated,
      ELEMENT_COMPLETING: processInstanceElementCompleting,
      ELEMENT_COMPLETED: processInstanceElementCompleted,
      ELEMENT_TERMINATING: processInstanceElementTerminating,
      ELEMENT_TERMINATED: processInstanceElementTerminated,
      CANCELING: processInstanceCanceling,
      ELEMENT_MIGRATED: processInstanceElementMigrated,
      SEQUENCE_FLOW_DELETED: processInstanceSequenceFlowDeleted,
      SUSPENDED: processInstanceSuspended,
      RESUMED: processInstanceResumed,
      RESUMING: processInstanceResuming,
    },
    [ValueType.INCIDENT]: {
      CREATED: incidentCreated,
      RESOLVED: incidentResolved,
      MIGRATED: incidentMigrated,
    },
    [ValueType.MESSAGE]: {
      PUBLISHED: messagePublished,
      EXPIRED: messageExpired,
    },
    [ValueType.MESSAGE_SUBSCRIPTION]: {
      CREATED: messageSubscriptionCreated,
      CORRELATED: messageSubscriptionCorrelated,
      REJECTED: messageSubscriptionRejected,
      DELETED: messageSubscriptionDeleted,
      CORRELATING: messageSubscriptionCorrelating,
      MIGRATED: messageSubscriptionMigrated,
    },
    [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: {
      CREATING: processMessageSubscriptionCreating,
      CREATED: processMessageSubscriptionCreated,
      CORRELATED: processMessageSubscriptionCorrelated,
      DELETING: processMessageSubscriptionDeleting,
      DELETED: processMessageSubscriptionDeleted,
      MIGRATED: processMessageSubscriptionMigrated,
    },
    [ValueType.JOB_BATCH]: {
      ACTIVATED: jobBatchActivated,
    },
    [ValueType.TIMER]: {
      CREATED: timerCreated,
      TRIGGERED: timerTriggered,
      CANCELED: timerCanceled,
      MIGRATED: timerMigrated,
      SUSPENDED: timerSuspended,
      RESUMED: timerResumed,
    },
    [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: {
      CREATED: messageStartEventSubscriptionCreated,
      CORRELATED: messageStartEventSubscriptionCorrelated,
      DELETED: messageStartEventSubscriptionDeleted,
    },
    [ValueType.VARIABLE]: {
      CREATED: variableCreated,
      UPDATED: variableUpdated,
      MIGRATED: variableMigrated,
    },
    [ValueType.VARIABLE_DOCUMENT]: {
      UPDATED: variableDocumentUpdated,
      UPDATING: variableDocumentUpdating,
      UPDATE_DENIED: variableDocumentUpdateDenied,
    },
    [ValueType.PROCESS_INSTANCE_CREATION]: {
      CREATED: processInstanceCreationCreated,
    },
    [ValueType.ERROR]: {
      CREATED: errorCreated,
    },
    [ValueType.PROCESS_INSTANCE_RESULT]: {
      COMPLETED: processInstanceResultCompleted,
    },
    [ValueType.PROCESS]: {
      CREATED: processCreated,
      DELETING: processDeleting,
      DELETED: processDeleted,
      DRAINING: processDraining,
    },
    [ValueType.PROCESS_EVENT]: {
      TRIGGERING: processEventTriggering,
      TRIGGERED: processEventTriggered,
    },
    [ValueType.COMMAND_DISTRIBUTION]: {
      STARTED: commandDistributionStarted,
      DISTRIBUTING: commandDistributionDistributing,
      ACKNOWLEDGED: commandDistributionAcknowledged,
      FINISHED: commandDistributionFinished,
      ENQUEUED: commandDistributionEnqueued,
      RECEIVED: commandDistributionReceived,
    },
    [ValueType.PROCESS_INSTANCE_BATCH]: {},
    [ValueType.MESSAGE_CORRELATION]: {
      CORRELATING: messageCorrelationCorrelating,
      CORRELATED: messageCorrelationCorrelated,
      NOT_CORRELATED: messageCorrelationNotCorrelated,
    },
    [ValueType.PROCESS_INSTANCE_MODIFICATION]: {
      MODIFIED: processInstanceModificationModified,
    },
    [ValueType.ESCALATION]: {
      ESCALATED: escalationEscalated,
      NOT_ESCALATED: escalationNotEscalated,
    },
    [ValueType.SIGNAL_SUBSCRIPTION]: {
      CREATED: signalSubscriptionCreated,
      DELETED: signalSubscriptionDeleted,
      MIGRATED: signalSubscriptionMigrated,
    },
    [ValueType.SIGNAL]: {
      BROADCASTED: signalBroadcasted,
    },
    [ValueType.DECISION]: {
      CREATED: decisionCreated,
      DELETED: decisionDeleted,
    },
    [ValueType.DECISION_REQUIREMENTS]: {
      CREATED: decisionRequirementsCreated,
      DELETED: decisionRequirementsDeleted,
    },
    [ValueType.DECISION_EVALUATION]: {
      EVALUATED: decisionEvaluationEvaluated,
      FAILED: decisionEvaluationFailed,
    },
    [ValueType.RESOURCE_DELETION]: {
      DELETING: resourceDeletionDeleting,
      DELETED: resourceDeletionDeleted,
    },
    [ValueType.FORM]: {
      CREATED: formCreated,
      DELETED: formDeleted,
    },
    [ValueType.USER_TASK]: {
      CREATING: userTaskCreating,
      CREATED: userTaskCreated,
      COMPLETING: userTaskCompleting,
      COMPLETED: userTaskCompleted,
      CANCELING: userTaskCanceling,
      CANCELED: userTaskCanceled,
      ASSIGNING: userTaskAssigning,
      ASSIGNED: userTaskAssigned,
      UPDATING: userTaskUpdating,
      UPDATED: userTaskUpdated,
      MIGRATED: userTaskMigrated,
      COMPLETION_DENIED: userTaskCompletionDenied,
      CORRECTED: userTaskCorrected,
      ASSIGNMENT_DENIED: userTaskAssignmentDenied,
      CLAIMING: userTaskClaiming,
      UPDATE_DENIED: userTaskUpdateDenied,
    },
    [ValueType.PROCESS_INSTANCE_MIGRATION]: {
      MIGRATED: processInstanceMigrationMigrated,
    },
    [ValueType.COMPENSATION_SUBSCRIPTION]: {
      CREATED: compensationSubscriptionCreated,
      TRIGGERED: compensationSubscriptionTriggered,
      COMPLETED: compensationSubscriptionCompleted,
      DELETED: compensationSubscriptionDeleted,
      MIGRATED: compensationSubscriptionMigrated,
    },
    [ValueType.CLOCK]: {
      PINNED: clockPinned,
      RESETTED: clockResetted,
    },
    [ValueType.RESOURCE]: {
      CREATED: resourceCreated,
      DELETED: resourceDeleted,
    },
    [ValueType.BATCH_OPERATION_CREATION]: {
      CREATED: batchOperationCreationCreated,
    },
    [ValueType.BATCH_OPERATION_EXECUTION]: {
      EXECUTING: batchOperationExecutionExecuting,
      EXECUTED: batchOperationExecutionExecuted,
      ITEM_FAILED: batchOperationExecutionItemFailed,
    },
    [ValueType.BATCH_OPERATION_CHUNK]: {
      CREATED: batchOperationChunkCreated,
    },
    [ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION]: {
      ACTIVATED: adHocSubProcessInstructionActivated,
      COMPLETED: adHocSubProcessInstructionCompleted,
    },
    [ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT]: {
      FAILED: batchOperationLifecycleManagementFailed,
      CANCELED: batchOperationLifecycleManagementCanceled,
      SUSPENDED: batchOperationLifecycleManagementSuspended,
      RESUMED: batchOperationLifecycleManagementResumed,
      COMPLETED: batchOperationLifecycleManagementCompleted,
    },
    [ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE]: {
      PARTITION_COMPLETED: batchOperationPartitionLifecyclePartitionCompleted,
      PARTITION_FAILED: batchOperationPartitionLifecyclePartitionFailed,
    },
    [ValueType.ASYNC_REQUEST]: {
      RECEIVED: asyncRequestReceived,
      PROCESSED: asyncRequestProcessed,
    },
    [ValueType.MULTI_INSTANCE]: {
      INPUT_COLLECTION_EVALUATED: multiInstanceInputCollectionEvaluated,
      OUTPUT_ELEMENT_COLLECTED: multiInstanceOutputElementCollected,
    },
    [ValueType.PROCESS_INSTANCE_BUSINESS_ID]: {
      ASSIGNED: processInstanceBusinessIdAssigned,
    },
    [ValueType.SAVED_FILTER]: {
      CREATED: savedFilterCreated,
      UPDATED: savedFilterUpdated,
      DELETED: savedFilterDeleted,
    },
    [ValueType.USER_TASK_COMMENT]: {
      CREATED: userTaskCommentCreated,
      DELETED: userTaskCommentDeleted,
    },
    [ValueType.SUSPENSION_BATCH]: {
      COMMAND_BUFFERED: suspensionBatchCommandBuffered,
      COMMAND_DRAINED: suspensionBatchCommandDrained,
    },
    [ValueType.RUNTIME_INSTRUCTION]: {
      INTERRUPTED: runtimeInstructionInterrupted,
    },
    [ValueType.BATCH_OPERATION_INITIALIZATION]: {
      INITIALIZING: batchOperationInitializationInitializing,
      INITIALIZED: batchOperationInitializationInitialized,
    },
    [ValueType.CLUSTER_VARIABLE]: {
      CREATED: clusterVariableCreated,
      UPDATED: clusterVariableUpdated,
      DELETED: clusterVariableDeleted,
    },
    [ValueType.HISTORY_DELETION]: {
      DELETED: historyDeletionDeleted,
    },
    [ValueType.CONDITIONAL_SUBSCRIPTION]: {
      CREATED: conditionalSubscriptionCreated,
      TRIGGERED: conditionalSubscriptionTriggered,
      DELETED: conditionalSubscriptionDeleted,
      MIGRATED: conditionalSubscriptionMigrated,
    },
    [ValueType.CONDITIONAL_EVALUATION]: {
      EVALUATED: conditionalEvaluationEvaluated,
    },
    [ValueType.GLOBAL_LISTENER_BATCH]: {
      CONFIGURED: globalListenerBatchConfigured,
    },
    [ValueType.EXPRESSION]: {
      EVALUATED: expressionEvaluated,
    },
    [ValueType.GLOBAL_LISTENER]: {
      CREATED: globalListenerCreated,
      UPDATED: globalListenerUpdated,
      DELETED: globalListenerDeleted,
    },
  };

/** The same by wire codes, for speed. */
const appliersByCode: (Applier<never> | undefined)[][] = [];
for (const [valueType, byName] of Object.entries(appliers)) {
  const code = Number(valueType) as ValueType;
  const intents: Readonly<Record<string, number>> = intentsByValueType[code];
  const row: (Applier<never> | undefined)[] = [];
  for (const [name, applier] of Object.entries(byName)) row[intents[name]!] = applier as Applier<never>;
  appliersByCode[code] = row;
}

/** Folds an event into the state. @throws when the event is unknown: a newer version wrote it. */
export function applyEvent(state: EngineState, record: LogRecord): void {
  const applier = appliersByCode[record.valueType]?.[record.intent];
  if (applier === undefined) {
    throw new Error(
      `Expected a known event, but position ${record.position} holds ${record.valueType}/${record.intent}`,
    );
  }
  applier(state, record as LogRecord<never>);
}
