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
  UPDATE: 20,
  UPDATED: 21,
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
  CONTINUE_TERMINATING_ELEMENT: 14,
  CANCELING: 16,
} as const;
export type ProcessInstanceIntent = (typeof ProcessInstanceIntent)[keyof typeof ProcessInstanceIntent];

export const IncidentIntent = { CREATED: 0, RESOLVE: 1, RESOLVED: 2 } as const;
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
} as const;
export type ProcessMessageSubscriptionIntent =
  (typeof ProcessMessageSubscriptionIntent)[keyof typeof ProcessMessageSubscriptionIntent];

export const JobBatchIntent = { ACTIVATE: 0, ACTIVATED: 1 } as const;
export type JobBatchIntent = (typeof JobBatchIntent)[keyof typeof JobBatchIntent];

export const TimerIntent = { CREATED: 0, TRIGGER: 1, TRIGGERED: 2, CANCELED: 4 } as const;
export type TimerIntent = (typeof TimerIntent)[keyof typeof TimerIntent];

export const MessageStartEventSubscriptionIntent = { CREATED: 0, CORRELATED: 1, DELETED: 2 } as const;
export type MessageStartEventSubscriptionIntent =
  (typeof MessageStartEventSubscriptionIntent)[keyof typeof MessageStartEventSubscriptionIntent];

export const VariableIntent = { CREATED: 0, UPDATED: 1 } as const;
export type VariableIntent = (typeof VariableIntent)[keyof typeof VariableIntent];

export const VariableDocumentIntent = { UPDATE: 0, UPDATED: 1 } as const;
export type VariableDocumentIntent = (typeof VariableDocumentIntent)[keyof typeof VariableDocumentIntent];

export const ProcessInstanceCreationIntent = { CREATE: 0, CREATED: 1, CREATE_WITH_AWAITING_RESULT: 2 } as const;
export type ProcessInstanceCreationIntent =
  (typeof ProcessInstanceCreationIntent)[keyof typeof ProcessInstanceCreationIntent];

export const ErrorIntent = { CREATED: 0 } as const;
export type ErrorIntent = (typeof ErrorIntent)[keyof typeof ErrorIntent];

export const ProcessInstanceResultIntent = { COMPLETED: 0 } as const;
export type ProcessInstanceResultIntent =
  (typeof ProcessInstanceResultIntent)[keyof typeof ProcessInstanceResultIntent];

export const ProcessIntent = { CREATED: 0 } as const;
export type ProcessIntent = (typeof ProcessIntent)[keyof typeof ProcessIntent];

export const ProcessEventIntent = { TRIGGERING: 0, TRIGGERED: 1 } as const;
export type ProcessEventIntent = (typeof ProcessEventIntent)[keyof typeof ProcessEventIntent];

export const CommandDistributionIntent = {
  STARTED: 0,
  DISTRIBUTING: 1,
  ACKNOWLEDGE: 2,
  ACKNOWLEDGED: 3,
  FINISHED: 4,
} as const;
export type CommandDistributionIntent = (typeof CommandDistributionIntent)[keyof typeof CommandDistributionIntent];

export const ProcessInstanceBatchIntent = { TERMINATE: 0 } as const;
export type ProcessInstanceBatchIntent = (typeof ProcessInstanceBatchIntent)[keyof typeof ProcessInstanceBatchIntent];

export const MessageCorrelationIntent = { CORRELATE: 0, CORRELATING: 1, CORRELATED: 2, NOT_CORRELATED: 3 } as const;
export type MessageCorrelationIntent = (typeof MessageCorrelationIntent)[keyof typeof MessageCorrelationIntent];

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
  [ValueType.COMMAND_DISTRIBUTION]: CommandDistributionIntent,
  [ValueType.PROCESS_INSTANCE_BATCH]: ProcessInstanceBatchIntent,
  [ValueType.MESSAGE_CORRELATION]: MessageCorrelationIntent,
} as const satisfies Record<ValueType, Readonly<Record<string, number>>>;
