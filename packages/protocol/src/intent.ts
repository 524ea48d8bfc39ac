import { ValueType } from './value-type.ts';

/**
 * Intents by value type. The numbers are Camunda's wire codes where these are published; an intent is a command
 * (imperative) or an event (past).
 */
export const JobIntent = {
  CREATED: 0,
  COMPLETE: 1,
  COMPLETED: 2,
  TIME_OUT: 3,
  TIMED_OUT: 4,
  FAIL: 5,
  FAILED: 6,
  UPDATE_RETRIES: 7,
  RETRIES_UPDATED: 8,
  CANCELED: 10,
  THROW_ERROR: 11,
  ERROR_THROWN: 12,
  RECUR_AFTER_BACKOFF: 13,
  RECURRED_AFTER_BACKOFF: 14,
  YIELD: 15,
  YIELDED: 16,
  UPDATE_TIMEOUT: 17,
  TIMEOUT_UPDATED: 18,
  MIGRATED: 19,
  UPDATE: 20,
  UPDATED: 21,
  PRIORITY_UPDATED: 22,
  SUSPENDED: 23,
  RESUMED: 24,
} as const;
export type JobIntent = (typeof JobIntent)[keyof typeof JobIntent];

export const DeploymentIntent = { CREATE: 0, CREATED: 1 } as const;
export type DeploymentIntent = (typeof DeploymentIntent)[keyof typeof DeploymentIntent];

export const ProcessInstanceIntent = {
  CANCEL: 0,
  SEQUENCE_FLOW_TAKEN: 1,
  ELEMENT_ACTIVATING: 2,
  ELEMENT_ACTIVATED: 3,
  ELEMENT_COMPLETING: 4,
  ELEMENT_COMPLETED: 5,
  ELEMENT_TERMINATING: 6,
  ELEMENT_TERMINATED: 7,
  ACTIVATE_ELEMENT: 8,
  COMPLETE_ELEMENT: 9,
  TERMINATE_ELEMENT: 10,
  ELEMENT_MIGRATED: 11,
  COMPLETE_EXECUTION_LISTENER: 12,
  CONTINUE_TERMINATING_ELEMENT: 14,
  SEQUENCE_FLOW_DELETED: 15,
  CANCELING: 16,
  SUSPEND: 17,
  SUSPENDED: 18,
  RESUME: 19,
  RESUMED: 20,
  RESUMING: 21,
  /** Ours, out of the reach of the reference's numbers: lets an element that is ACTIVATING already begin. */
  CONTINUE_ACTIVATING_ELEMENT: 120,
} as const;
export type ProcessInstanceIntent = (typeof ProcessInstanceIntent)[keyof typeof ProcessInstanceIntent];

export const IncidentIntent = { CREATED: 0, RESOLVE: 1, RESOLVED: 2, MIGRATED: 3 } as const;
export type IncidentIntent = (typeof IncidentIntent)[keyof typeof IncidentIntent];

export const MessageIntent = { PUBLISH: 0, PUBLISHED: 1, EXPIRE: 2, EXPIRED: 3 } as const;
export type MessageIntent = (typeof MessageIntent)[keyof typeof MessageIntent];

export const MessageSubscriptionIntent = {
  CREATE: 0,
  CREATED: 1,
  CORRELATE: 2,
  CORRELATED: 3,
  REJECT: 4,
  REJECTED: 5,
  DELETE: 6,
  DELETED: 7,
  CORRELATING: 8,
  MIGRATED: 10,
} as const;
export type MessageSubscriptionIntent = (typeof MessageSubscriptionIntent)[keyof typeof MessageSubscriptionIntent];

export const ProcessMessageSubscriptionIntent = {
  CREATING: 0,
  CREATE: 1,
  CREATED: 2,
  CORRELATE: 3,
  CORRELATED: 4,
  DELETING: 5,
  DELETE: 6,
  DELETED: 7,
  MIGRATED: 8,
} as const;
export type ProcessMessageSubscriptionIntent =
  (typeof ProcessMessageSubscriptionIntent)[keyof typeof ProcessMessageSubscriptionIntent];

export const JobBatchIntent = { ACTIVATE: 0, ACTIVATED: 1 } as const;
export type JobBatchIntent = (typeof JobBatchIntent)[keyof typeof JobBatchIntent];

export const TimerIntent = {
  CREATED: 0,
  TRIGGER: 1,
  TRIGGERED: 2,
  CANCELED: 4,
  MIGRATED: 5,
  SUSPENDED: 6,
  RESUMED: 7,
} as const;
export type TimerIntent = (typeof TimerIntent)[keyof typeof TimerIntent];

export const MessageStartEventSubscriptionIntent = { CREATED: 0, CORRELATED: 1, DELETED: 2 } as const;
export type MessageStartEventSubscriptionIntent =
  (typeof MessageStartEventSubscriptionIntent)[keyof typeof MessageStartEventSubscriptionIntent];

export const VariableIntent = { CREATED: 0, UPDATED: 1, MIGRATED: 2 } as const;
export type VariableIntent = (typeof VariableIntent)[keyof typeof VariableIntent];

export const VariableDocumentIntent = { UPDATE: 0, UPDATED: 1, UPDATING: 2, UPDATE_DENIED: 3 } as const;
export type VariableDocumentIntent = (typeof VariableDocumentIntent)[keyof typeof VariableDocumentIntent];

export const ProcessInstanceCreationIntent = { CREATE: 0, CREATED: 1, CREATE_WITH_AWAITING_RESULT: 2 } as const;
export type ProcessInstanceCreationIntent =
  (typeof ProcessInstanceCreationIntent)[keyof typeof ProcessInstanceCreationIntent];

export const ErrorIntent = { CREATED: 0 } as const;
export type ErrorIntent = (typeof ErrorIntent)[keyof typeof ErrorIntent];

export const ProcessInstanceResultIntent = { COMPLETED: 0 } as const;
export type ProcessInstanceResultIntent =
  (typeof ProcessInstanceResultIntent)[keyof typeof ProcessInstanceResultIntent];

export const ProcessIntent = { CREATED: 0, DELETING: 1, DELETED: 2, DRAINING: 3 } as const;
export type ProcessIntent = (typeof ProcessIntent)[keyof typeof ProcessIntent];

export const ProcessEventIntent = { TRIGGERING: 0, TRIGGERED: 1 } as const;
export type ProcessEventIntent = (typeof ProcessEventIntent)[keyof typeof ProcessEventIntent];

/** RECEIVED is our own: what a partition has had of a queue. */
export const CommandDistributionIntent = {
  STARTED: 0,
  DISTRIBUTING: 1,
  ACKNOWLEDGE: 2,
  ACKNOWLEDGED: 3,
  FINISHED: 4,
  ENQUEUED: 5,
  RECEIVED: 100,
} as const;
export type CommandDistributionIntent = (typeof CommandDistributionIntent)[keyof typeof CommandDistributionIntent];

export const DecisionIntent = { CREATED: 0, DELETED: 1 } as const;
export type DecisionIntent = (typeof DecisionIntent)[keyof typeof DecisionIntent];

export const DecisionRequirementsIntent = { CREATED: 0, DELETED: 1 } as const;
export type DecisionRequirementsIntent = (typeof DecisionRequirementsIntent)[keyof typeof DecisionRequirementsIntent];

export const DecisionEvaluationIntent = { EVALUATED: 0, FAILED: 1, EVALUATE: 2 } as const;
export type DecisionEvaluationIntent = (typeof DecisionEvaluationIntent)[keyof typeof DecisionEvaluationIntent];

export const ProcessInstanceBatchIntent = { TERMINATE: 0, ACTIVATE: 1 } as const;
export type ProcessInstanceBatchIntent = (typeof ProcessInstanceBatchIntent)[keyof typeof ProcessInstanceBatchIntent];

export const MessageCorrelationIntent = { CORRELATE: 1, CORRELATING: 2, CORRELATED: 3, NOT_CORRELATED: 4 } as const;
export type MessageCorrelationIntent = (typeof MessageCorrelationIntent)[keyof typeof MessageCorrelationIntent];

export const ProcessInstanceModificationIntent = { MODIFY: 0, MODIFIED: 1 } as const;
export type ProcessInstanceModificationIntent =
  (typeof ProcessInstanceModificationIntent)[keyof typeof ProcessInstanceModificationIntent];

export const EscalationIntent = { ESCALATED: 0, NOT_ESCALATED: 1 } as const;
export type EscalationIntent = (typeof EscalationIntent)[keyof typeof EscalationIntent];

export const SignalSubscriptionIntent = { CREATED: 0, DELETED: 1, MIGRATED: 2 } as const;
export type SignalSubscriptionIntent = (typeof SignalSubscriptionIntent)[keyof typeof SignalSubscriptionIntent];

export const SignalIntent = { BROADCAST: 0, BROADCASTED: 1 } as const;
export type SignalIntent = (typeof SignalIntent)[keyof typeof SignalIntent];

export const ResourceDeletionIntent = { DELETE: 0, DELETING: 1, DELETED: 2 } as const;
export type ResourceDeletionIntent = (typeof ResourceDeletionIntent)[keyof typeof ResourceDeletionIntent];

export const FormIntent = { CREATED: 0, DELETED: 1 } as const;
export type FormIntent = (typeof FormIntent)[keyof typeof FormIntent];

export const UserTaskIntent = {
  CREATING: 0,
  CREATED: 1,
  COMPLETE: 2,
  COMPLETING: 3,
  COMPLETED: 4,
  CANCELING: 5,
  CANCELED: 6,
  ASSIGN: 7,
  ASSIGNING: 8,
  ASSIGNED: 9,
  CLAIM: 10,
  UPDATE: 11,
  UPDATING: 12,
  UPDATED: 13,
  MIGRATED: 14,
  COMPLETE_TASK_LISTENER: 15,
  DENY_TASK_LISTENER: 16,
  COMPLETION_DENIED: 17,
  CORRECTED: 18,
  ASSIGNMENT_DENIED: 19,
  CLAIMING: 20,
  UPDATE_DENIED: 21,
} as const;
export type UserTaskIntent = (typeof UserTaskIntent)[keyof typeof UserTaskIntent];

export const ProcessInstanceMigrationIntent = { MIGRATE: 0, MIGRATED: 1 } as const;
export type ProcessInstanceMigrationIntent =
  (typeof ProcessInstanceMigrationIntent)[keyof typeof ProcessInstanceMigrationIntent];

export const CompensationSubscriptionIntent = {
  CREATED: 0,
  TRIGGERED: 1,
  COMPLETED: 2,
  DELETED: 3,
  MIGRATED: 4,
} as const;
export type CompensationSubscriptionIntent =
  (typeof CompensationSubscriptionIntent)[keyof typeof CompensationSubscriptionIntent];

export const ClockIntent = { PIN: 0, PINNED: 1, RESET: 2, RESETTED: 3 } as const;
export type ClockIntent = (typeof ClockIntent)[keyof typeof ClockIntent];

export const ResourceIntent = { CREATED: 0, DELETED: 1 } as const;
export type ResourceIntent = (typeof ResourceIntent)[keyof typeof ResourceIntent];

export const BatchOperationCreationIntent = { CREATE: 0, CREATED: 1 } as const;
export type BatchOperationCreationIntent =
  (typeof BatchOperationCreationIntent)[keyof typeof BatchOperationCreationIntent];

/** ITEM_FAILED is our own: how an item of the operation ended. */
export const BatchOperationExecutionIntent = { EXECUTE: 0, EXECUTING: 1, EXECUTED: 2, ITEM_FAILED: 100 } as const;
export type BatchOperationExecutionIntent =
  (typeof BatchOperationExecutionIntent)[keyof typeof BatchOperationExecutionIntent];

export const BatchOperationChunkIntent = { CREATED: 1 } as const;
export type BatchOperationChunkIntent = (typeof BatchOperationChunkIntent)[keyof typeof BatchOperationChunkIntent];

export const AdHocSubProcessInstructionIntent = { ACTIVATE: 0, ACTIVATED: 1, COMPLETE: 2, COMPLETED: 3 } as const;
export type AdHocSubProcessInstructionIntent =
  (typeof AdHocSubProcessInstructionIntent)[keyof typeof AdHocSubProcessInstructionIntent];

export const BatchOperationLifecycleManagementIntent = {
  FAIL: 6,
  FAILED: 7,
  CANCEL: 8,
  CANCELED: 9,
  SUSPEND: 10,
  SUSPENDED: 11,
  RESUME: 12,
  RESUMED: 13,
  COMPLETE: 14,
  COMPLETED: 15,
} as const;
export type BatchOperationLifecycleManagementIntent =
  (typeof BatchOperationLifecycleManagementIntent)[keyof typeof BatchOperationLifecycleManagementIntent];

export const BatchOperationPartitionLifecycleIntent = {
  COMPLETE_PARTITION: 16,
  PARTITION_COMPLETED: 17,
  FAIL_PARTITION: 18,
  PARTITION_FAILED: 19,
} as const;
export type BatchOperationPartitionLifecycleIntent =
  (typeof BatchOperationPartitionLifecycleIntent)[keyof typeof BatchOperationPartitionLifecycleIntent];

export const AsyncRequestIntent = { RECEIVED: 0, PROCESSED: 1 } as const;
export type AsyncRequestIntent = (typeof AsyncRequestIntent)[keyof typeof AsyncRequestIntent];

/** OUTPUT_ELEMENT_COLLECTED is ours, far from the numbers that may still be given. */
export const MultiInstanceIntent = { INPUT_COLLECTION_EVALUATED: 0, OUTPUT_ELEMENT_COLLECTED: 100 } as const;
export type MultiInstanceIntent = (typeof MultiInstanceIntent)[keyof typeof MultiInstanceIntent];

export const RuntimeInstructionIntent = { INTERRUPTED: 0 } as const;
export type RuntimeInstructionIntent = (typeof RuntimeInstructionIntent)[keyof typeof RuntimeInstructionIntent];

export const BatchOperationInitializationIntent = {
  INITIALIZE: 2,
  INITIALIZING: 3,
  INITIALIZED: 5,
} as const;
export type BatchOperationInitializationIntent =
  (typeof BatchOperationInitializationIntent)[keyof typeof BatchOperationInitializationIntent];

export const ClusterVariableIntent = { CREATE: 0, CREATED: 1, UPDATE: 2, UPDATED: 3, DELETE: 4, DELETED: 5 } as const;
export type ClusterVariableIntent = (typeof ClusterVariableIntent)[keyof typeof ClusterVariableIntent];

export const HistoryDeletionIntent = { DELETE: 0, DELETED: 1 } as const;
export type HistoryDeletionIntent = (typeof HistoryDeletionIntent)[keyof typeof HistoryDeletionIntent];

export const ConditionalSubscriptionIntent = { CREATED: 0, TRIGGER: 1, TRIGGERED: 2, DELETED: 3, MIGRATED: 4 } as const;
export type ConditionalSubscriptionIntent =
  (typeof ConditionalSubscriptionIntent)[keyof typeof ConditionalSubscriptionIntent];

export const ConditionalEvaluationIntent = { EVALUATE: 0, EVALUATED: 1 } as const;
export type ConditionalEvaluationIntent =
  (typeof ConditionalEvaluationIntent)[keyof typeof ConditionalEvaluationIntent];

export const GlobalListenerBatchIntent = { CONFIGURE: 0, CONFIGURED: 1 } as const;
export type GlobalListenerBatchIntent = (typeof GlobalListenerBatchIntent)[keyof typeof GlobalListenerBatchIntent];

export const ExpressionIntent = { EVALUATE: 0, EVALUATED: 1 } as const;
export type ExpressionIntent = (typeof ExpressionIntent)[keyof typeof ExpressionIntent];

export const GlobalListenerIntent = { CREATE: 0, CREATED: 1, UPDATE: 2, UPDATED: 3, DELETE: 4, DELETED: 5 } as const;
export type GlobalListenerIntent = (typeof GlobalListenerIntent)[keyof typeof GlobalListenerIntent];

export const SuspensionBatchIntent = { SUSPEND: 0, RESUME: 1, COMMAND_BUFFERED: 2, COMMAND_DRAINED: 3 } as const;
export type SuspensionBatchIntent = (typeof SuspensionBatchIntent)[keyof typeof SuspensionBatchIntent];

export const ProcessInstanceBusinessIdIntent = { ASSIGN: 0, ASSIGNED: 1 } as const;
export type ProcessInstanceBusinessIdIntent =
  (typeof ProcessInstanceBusinessIdIntent)[keyof typeof ProcessInstanceBusinessIdIntent];

export const SavedFilterIntent = { CREATE: 0, CREATED: 1, UPDATE: 2, UPDATED: 3, DELETE: 4, DELETED: 5 } as const;
export type SavedFilterIntent = (typeof SavedFilterIntent)[keyof typeof SavedFilterIntent];

export const UserTaskCommentIntent = { CREATE: 0, CREATED: 1, DELETE: 2, DELETED: 3 } as const;
export type UserTaskCommentIntent = (typeof UserTaskCommentIntent)[keyof typeof UserTaskCommentIntent];

/** All intents of a value type, by name. */
export const intentsByValueType = {
  [ValueType.JOB]: JobIntent,
  [ValueType.DEPLOYMENT]: DeploymentIntent,
  [ValueType.PROCESS_INSTANCE]: ProcessInstanceIntent,
  [ValueType.INCIDENT]: IncidentIntent,
  [ValueType.MESSAGE]: MessageIntent,
  [ValueType.MESSAGE_SUBSCRIPTION]: MessageSubscriptionIntent,
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: ProcessMessageSubscriptionIntent,
  [ValueType.JOB_BATCH]: JobBatchIntent,
  [ValueType.TIMER]: TimerIntent,
  [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: MessageStartEventSubscriptionIntent,
  [ValueType.VARIABLE]: VariableIntent,
  [ValueType.VARIABLE_DOCUMENT]: VariableDocumentIntent,
  [ValueType.PROCESS_INSTANCE_CREATION]: ProcessInstanceCreationIntent,
  [ValueType.ERROR]: ErrorIntent,
  [ValueType.PROCESS_INSTANCE_RESULT]: ProcessInstanceResultIntent,
  [ValueType.PROCESS]: ProcessIntent,
  [ValueType.PROCESS_EVENT]: ProcessEventIntent,
  [ValueType.DECISION]: DecisionIntent,
  [ValueType.DECISION_REQUIREMENTS]: DecisionRequirementsIntent,
  [ValueType.DECISION_EVALUATION]: DecisionEvaluationIntent,
  [ValueType.COMMAND_DISTRIBUTION]: CommandDistributionIntent,
  [ValueType.PROCESS_INSTANCE_BATCH]: ProcessInstanceBatchIntent,
  [ValueType.MESSAGE_CORRELATION]: MessageCorrelationIntent,
  [ValueType.PROCESS_INSTANCE_MODIFICATION]: ProcessInstanceModificationIntent,
  [ValueType.ESCALATION]: EscalationIntent,
  [ValueType.SIGNAL_SUBSCRIPTION]: SignalSubscriptionIntent,
  [ValueType.SIGNAL]: SignalIntent,
  [ValueType.RESOURCE_DELETION]: ResourceDeletionIntent,
  [ValueType.FORM]: FormIntent,
  [ValueType.USER_TASK]: UserTaskIntent,
  [ValueType.PROCESS_INSTANCE_MIGRATION]: ProcessInstanceMigrationIntent,
  [ValueType.COMPENSATION_SUBSCRIPTION]: CompensationSubscriptionIntent,
  [ValueType.CLOCK]: ClockIntent,
  [ValueType.RESOURCE]: ResourceIntent,
  [ValueType.BATCH_OPERATION_CREATION]: BatchOperationCreationIntent,
  [ValueType.BATCH_OPERATION_EXECUTION]: BatchOperationExecutionIntent,
  [ValueType.BATCH_OPERATION_CHUNK]: BatchOperationChunkIntent,
  [ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION]: AdHocSubProcessInstructionIntent,
  [ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT]: BatchOperationLifecycleManagementIntent,
  [ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE]: BatchOperationPartitionLifecycleIntent,
  [ValueType.ASYNC_REQUEST]: AsyncRequestIntent,
  [ValueType.MULTI_INSTANCE]: MultiInstanceIntent,
  [ValueType.RUNTIME_INSTRUCTION]: RuntimeInstructionIntent,
  [ValueType.BATCH_OPERATION_INITIALIZATION]: BatchOperationInitializationIntent,
  [ValueType.CLUSTER_VARIABLE]: ClusterVariableIntent,
  [ValueType.HISTORY_DELETION]: HistoryDeletionIntent,
  [ValueType.CONDITIONAL_SUBSCRIPTION]: ConditionalSubscriptionIntent,
  [ValueType.CONDITIONAL_EVALUATION]: ConditionalEvaluationIntent,
  [ValueType.GLOBAL_LISTENER_BATCH]: GlobalListenerBatchIntent,
  [ValueType.EXPRESSION]: ExpressionIntent,
  [ValueType.GLOBAL_LISTENER]: GlobalListenerIntent,
  [ValueType.SUSPENSION_BATCH]: SuspensionBatchIntent,
  [ValueType.PROCESS_INSTANCE_BUSINESS_ID]: ProcessInstanceBusinessIdIntent,
  [ValueType.SAVED_FILTER]: SavedFilterIntent,
  [ValueType.USER_TASK_COMMENT]: UserTaskCommentIntent,
} as const satisfies Record<ValueType, Readonly<Record<string, number>>>;
