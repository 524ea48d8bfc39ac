import { type CommandName, intentsByValueType, type LogRecord, type RecordValues, ValueType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { adHocSubProcessInstructionActivate } from './ad-hoc-sub-process-instruction-activate.ts';
import { adHocSubProcessInstructionComplete } from './ad-hoc-sub-process-instruction-complete.ts';
import { batchOperationCreationCreate } from './batch-operation-creation-create.ts';
import { batchOperationExecutionExecute } from './batch-operation-execution-execute.ts';
import { batchOperationInitializationInitialize } from './batch-operation-initialization-initialize.ts';
import { batchOperationLifecycleManagementCancel } from './batch-operation-lifecycle-management-cancel.ts';
import { batchOperationLifecycleManagementComplete } from './batch-operation-lifecycle-management-complete.ts';
import { batchOperationLifecycleManagementFail } from './batch-operation-lifecycle-management-fail.ts';
import { batchOperationLifecycleManagementResume } from './batch-operation-lifecycle-management-resume.ts';
import { batchOperationLifecycleManagementSuspend } from './batch-operation-lifecycle-management-suspend.ts';
import { batchOperationPartitionLifecycleCompletePartition } from './batch-operation-partition-lifecycle-complete-partition.ts';
import { batchOperationPartitionLifecycleFailPartition } from './batch-operation-partition-lifecycle-fail-partition.ts';
import { clockPin } from './clock-pin.ts';
import { clockReset } from './clock-reset.ts';
import { clusterVariableCreate } from './cluster-variable-create.ts';
import { clusterVariableDelete } from './cluster-variable-delete.ts';
import { clusterVariableUpdate } from './cluster-variable-update.ts';
import { commandDistributionAcknowledge } from './command-distribution-acknowledge.ts';
import { conditionalEvaluationEvaluate } from './conditional-evaluation-evaluate.ts';
import { conditionalSubscriptionTrigger } from './conditional-subscription-trigger.ts';
import { decisionEvaluationEvaluate } from './decision-evaluation-evaluate.ts';
import { deploymentCreate } from './deployment-create.ts';
import { expressionEvaluate } from './expression-evaluate.ts';
import { globalListenerBatchConfigure } from './global-listener-batch-configure.ts';
import { globalListenerCreate } from './global-listener-create.ts';
import { globalListenerDelete } from './global-listener-delete.ts';
import { globalListenerUpdate } from './global-listener-update.ts';
import { historyDeletionDelete } from './history-deletion-delete.ts';
import { incidentResolve } from './incident-resolve.ts';
import { jobBatchActivate } from './job-batch-activate.ts';
import { jobComplete } from './job-complete.ts';
import { jobFail } from './job-fail.ts';
import { jobRecurAfterBackoff } from './job-recur-after-backoff.ts';
import { jobThrowError } from './job-throw-error.ts';
import { jobTimeOut } from './job-time-out.ts';
import { jobUpdate } from './job-update.ts';
import { jobUpdateRetries } from './job-update-retries.ts';
import { jobUpdateTimeout } from './job-update-timeout.ts';
import { jobYield } from './job-yield.ts';
import { messageCorrelationCorrelate } from './message-correlation-correlate.ts';
import { messageExpire } from './message-expire.ts';
import { messagePublish } from './message-publish.ts';
import { messageSubscriptionCorrelate } from './message-subscription-correlate.ts';
import { messageSubscriptionCreate } from './message-subscription-create.ts';
import { messageSubscriptionDelete } from './message-subscription-delete.ts';
import { messageSubscriptionReject } from './message-subscription-reject.ts';
import { processInstanceActivateElement } from './process-instance-activate-element.ts';
import { processInstanceBatchActivate } from './process-instance-batch-activate.ts';
import { processInstanceBatchTerminate } from './process-instance-batch-terminate.ts';
import { processInstanceBusinessIdAssign } from './process-instance-business-id-assign.ts';
import { processInstanceCancel } from './process-instance-cancel.ts';
import { processInstanceCompleteElement } from './process-instance-complete-element.ts';
import { processInstanceCompleteExecutionListener } from './process-instance-complete-execution-listener.ts';
import { processInstanceContinueActivatingElement } from './process-instance-continue-activating-element.ts';
import { processInstanceContinueTerminatingElement } from './process-instance-continue-terminating-element.ts';
import { processInstanceCreationCreate } from './process-instance-creation-create.ts';
import { processInstanceCreationCreateWithAwaitingResult } from './process-instance-creation-create-with-awaiting-result.ts';
import { processInstanceMigrationMigrate } from './process-instance-migration-migrate.ts';
import { processInstanceModificationModify } from './process-instance-modification-modify.ts';
import { processInstanceResume } from './process-instance-resume.ts';
import { processInstanceSuspend } from './process-instance-suspend.ts';
import { processInstanceTerminateElement } from './process-instance-terminate-element.ts';
import { processMessageSubscriptionCorrelate } from './process-message-subscription-correlate.ts';
import { processMessageSubscriptionCreate } from './process-message-subscription-create.ts';
import { processMessageSubscriptionDelete } from './process-message-subscription-delete.ts';
import type { Processor } from './processor.ts';
import { resourceDeletionDelete } from './resource-deletion-delete.ts';
import { savedFilterCreate } from './saved-filter-create.ts';
import { savedFilterDelete } from './saved-filter-delete.ts';
import { savedFilterUpdate } from './saved-filter-update.ts';
import { signalBroadcast } from './signal-broadcast.ts';
import { suspensionBatchResume } from './suspension-batch-resume.ts';
import { suspensionBatchSuspend } from './suspension-batch-suspend.ts';
import { timerTrigger } from './timer-trigger.ts';
import { userTaskAssign } from './user-task-assign.ts';
import { userTaskClaim } from './user-task-claim.ts';
import { userTaskCommentCreate } from './user-task-comment-create.ts';
import { userTaskCommentDelete } from './user-task-comment-delete.ts';
import { userTaskComplete } from './user-task-complete.ts';
import { userTaskCompleteTaskListener } from './user-task-complete-task-listener.ts';
import { userTaskDenyTaskListener } from './user-task-deny-task-listener.ts';
import { userTaskUpdate } from './user-task-update.ts';
import { variableDocumentUpdate } from './variable-document-update.ts';

/** The processor of every command; the compiler names a missing one. */
const processors: {
  readonly [Type in ValueType]: { readonly [Name in CommandName<Type>]: Processor<RecordValues[Type]> };
} = {
  [ValueType.JOB]: {
    COMPLETE: jobComplete,
    TIME_OUT: jobTimeOut,
    FAIL: jobFail,
    UPDATE_RETRIES: jobUpdateRetries,
    THROW_ERROR: jobThrowError,
    RECUR_AFTER_BACKOFF: jobRecurAfterBackoff,
    YIELD: jobYield,
    UPDATE_TIMEOUT: jobUpdateTimeout,
    UPDATE: jobUpdate,
  },
  [ValueType.DEPLOYMENT]: {
    CREATE: deploymentCreate,
  },
  [ValueType.PROCESS_INSTANCE]: {
    CANCEL: processInstanceCancel,
    ACTIVATE_ELEMENT: processInstanceActivateElement,
    COMPLETE_ELEMENT: processInstanceCompleteElement,
    TERMINATE_ELEMENT: processInstanceTerminateElement,
    CONTINUE_TERMINATING_ELEMENT: processInstanceContinueTerminatingElement,
    CONTINUE_ACTIVATING_ELEMENT: processInstanceContinueActivatingElement,
    COMPLETE_EXECUTION_LISTENER: processInstanceCompleteExecutionListener,
    SUSPEND: processInstanceSuspend,
    RESUME: processInstanceResume,
  },
  [ValueType.INCIDENT]: {
    RESOLVE: incidentResolve,
  },
  [ValueType.MESSAGE]: {
    PUBLISH: messagePublish,
    EXPIRE: messageExpire,
  },
  [ValueType.MESSAGE_SUBSCRIPTION]: {
    CREATE: messageSubscriptionCreate,
    CORRELATE: messageSubscriptionCorrelate,
    REJECT: messageSubscriptionReject,
    DELETE: messageSubscriptionDelete,
  },
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: {
    CREATE: processMessageSubscriptionCreate,
    CORRELATE: processMessageSubscriptionCorrelate,
    DELETE: processMessageSubscriptionDelete,
  },
  [ValueType.JOB_BATCH]: {
    ACTIVATE: jobBatchActivate,
  },
  [ValueType.TIMER]: {
    TRIGGER: timerTrigger,
  },
  [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: {},
  [ValueType.VARIABLE]: {},
  [ValueType.VARIABLE_DOCUMENT]: {
    UPDATE: variableDocumentUpdate,
  },
  [ValueType.PROCESS_INSTANCE_CREATION]: {
    CREATE: processInstanceCreationCreate,
    CREATE_WITH_AWAITING_RESULT: processInstanceCreationCreateWithAwaitingResult,
  },
  [ValueType.ERROR]: {},
  [ValueType.PROCESS_INSTANCE_RESULT]: {},
  [ValueType.PROCESS]: {},
  [ValueType.PROCESS_EVENT]: {},
  [ValueType.COMMAND_DISTRIBUTION]: {
    ACKNOWLEDGE: commandDistributionAcknowledge,
  },
  [ValueType.PROCESS_INSTANCE_BATCH]: {
    TERMINATE: processInstanceBatchTerminate,
    ACTIVATE: processInstanceBatchActivate,
  },
  [ValueType.MESSAGE_CORRELATION]: {
    CORRELATE: messageCorrelationCorrelate,
  },
  [ValueType.PROCESS_INSTANCE_MODIFICATION]: {
    MODIFY: processInstanceModificationModify,
  },
  [ValueType.SIGNAL]: {
    BROADCAST: signalBroadcast,
  },
  [ValueType.RESOURCE_DELETION]: {
    DELETE: resourceDeletionDelete,
  },
  [ValueType.USER_TASK]: {
    COMPLETE: userTaskComplete,
    ASSIGN: userTaskAssign,
    CLAIM: userTaskClaim,
    UPDATE: userTaskUpdate,
    COMPLETE_TASK_LISTENER: userTaskCompleteTaskListener,
    DENY_TASK_LISTENER: userTaskDenyTaskListener,
  },
  [ValueType.PROCESS_INSTANCE_MIGRATION]: {
    MIGRATE: processInstanceMigrationMigrate,
  },
  [ValueType.CLOCK]: {
    PIN: clockPin,
    RESET: clockReset,
  },
  [ValueType.BATCH_OPERATION_CREATION]: {
    CREATE: batchOperationCreationCreate,
  },
  [ValueType.BATCH_OPERATION_EXECUTION]: {
    EXECUTE: batchOperationExecutionExecute,
  },
  [ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION]: {
    ACTIVATE: adHocSubProcessInstructionActivate,
    COMPLETE: adHocSubProcessInstructionComplete,
  },
  [ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT]: {
    FAIL: batchOperationLifecycleManagementFail,
    CANCEL: batchOperationLifecycleManagementCancel,
    SUSPEND: batchOperationLifecycleManagementSuspend,
    RESUME: batchOperationLifecycleManagementResume,
    COMPLETE: batchOperationLifecycleManagementComplete,
  },
  [ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE]: {
    COMPLETE_PARTITION: batchOperationPartitionLifecycleCompletePartition,
    FAIL_PARTITION: batchOperationPartitionLifecycleFailPartition,
  },
  [ValueType.BATCH_OPERATION_INITIALIZATION]: {
    INITIALIZE: batchOperationInitializationInitialize,
  },
  [ValueType.CLUSTER_VARIABLE]: {
    CREATE: clusterVariableCreate,
    UPDATE: clusterVariableUpdate,
    DELETE: clusterVariableDelete,
  },
  [ValueType.HISTORY_DELETION]: {
    DELETE: historyDeletionDelete,
  },
  [ValueType.CONDITIONAL_SUBSCRIPTION]: {
    TRIGGER: conditionalSubscriptionTrigger,
  },
  [ValueType.CONDITIONAL_EVALUATION]: {
    EVALUATE: conditionalEvaluationEvaluate,
  },
  [ValueType.GLOBAL_LISTENER_BATCH]: {
    CONFIGURE: globalListenerBatchConfigure,
  },
  [ValueType.PROCESS_INSTANCE_BUSINESS_ID]: {
    ASSIGN: processInstanceBusinessIdAssign,
  },
  [ValueType.SAVED_FILTER]: {
    CREATE: savedFilterCreate,
    UPDATE: savedFilterUpdate,
    DELETE: savedFilterDelete,
  },
  [ValueType.USER_TASK_COMMENT]: {
    CREATE: userTaskCommentCreate,
    DELETE: userTaskCommentDelete,
  },
  [ValueType.SUSPENSION_BATCH]: {
    SUSPEND: suspensionBatchSuspend,
    RESUME: suspensionBatchResume,
  },
  [ValueType.EXPRESSION]: {
    EVALUATE: expressionEvaluate,
  },
  [ValueType.GLOBAL_LISTENER]: {
    CREATE: globalListenerCreate,
    UPDATE: globalListenerUpdate,
    DELETE: globalListenerDelete,
  },
  [ValueType.ASYNC_REQUEST]: {},
  [ValueType.BATCH_OPERATION_CHUNK]: {},
  [ValueType.COMPENSATION_SUBSCRIPTION]: {},
  [ValueType.ESCALATION]: {},
  [ValueType.DECISION]: {},
  [ValueType.DECISION_REQUIREMENTS]: {},
  [ValueType.DECISION_EVALUATION]: {
    EVALUATE: decisionEvaluationEvaluate,
  },
  [ValueType.FORM]: {},
  [ValueType.MULTI_INSTANCE]: {},
  [ValueType.RESOURCE]: {},
  [ValueType.RUNTIME_INSTRUCTION]: {},
  [ValueType.SIGNAL_SUBSCRIPTION]: {},
};

/** The same by wire codes, for speed. */
const processorsByCode: (Processor<never> | undefined)[][] = [];
for (const [valueType, byName] of Object.entries(processors)) {
  const code = Number(valueType) as ValueType;
  const intents: Readonly<Record<string, number>> = intentsByValueType[code];
  const row: (Processor<never> | undefined)[] = [];
  for (const [name, processor] of Object.entries(byName)) row[intents[name]!] = processor as Processor<never>;
  processorsByCode[code] = row;
}

/** Decides a command. @throws when it is no command we know. */
export function processCommand(processing: Processing, command: LogRecord): void {
  const processor = processorsByCode[command.valueType]?.[command.intent];
  if (processor === undefined) {
    throw new Error(`Expected a known command, but got ${command.valueType}/${command.intent}`);
  }
  processor(processing, command as LogRecord<never>);
}
