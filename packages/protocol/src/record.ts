import type { intentsByValueType } from './intent.ts';
import type { Key } from './key.ts';
import type { RecordType } from './record-type.ts';
import type { RecordValue, RecordValues } from './record-value.ts';
import type { RejectionType } from './rejection-type.ts';
import type { ValueType } from './value-type.ts';

/** Version of the software that writes records, told to exporters and clients. */
export const BROKER_VERSION = '8.9.0';

/** One entry of a partition's log. */
export interface LogRecord<Value = RecordValue> {
  /** Strictly increasing within the partition. */
  readonly position: number;
  /** Position of the command that caused this record; -1 for commands from outside. */
  readonly sourceRecordPosition: number;
  readonly key: Key;
  /** Epoch ms. */
  readonly timestamp: number;
  readonly recordType: RecordType;
  readonly valueType: ValueType;
  readonly intent: number;
  /** NULL_VAL except in rejections. */
  readonly rejectionType: RejectionType;
  readonly rejectionReason: string;
  /** Version of the applier an event is meant for. */
  readonly recordVersion: number;
  /** Names the gateway and its request that wait for an answer; -1 without. */
  readonly requestStreamId: number;
  readonly requestId: number;
  /** The client's own mark, copied into everything that follows; NO_KEY without. */
  readonly operationReference: Key;
  /** The batch operation this belongs to, copied into everything that follows; NO_KEY without. */
  readonly batchOperationReference: Key;
  /** A follow-up command that its own batch already processed; `false` only for commands left for a later batch. */
  readonly isProcessed: boolean;
  readonly value: Value;
}

/** A record whose value's shape is known from its value type. */
export type RecordOf<Type extends ValueType> = LogRecord<RecordValues[Type]> & { readonly valueType: Type };

/** What somebody outside the engine asks for. */
export interface Command<Type extends ValueType = ValueType> {
  readonly valueType: Type;
  readonly intent: number;
  /** The entity meant; NO_KEY when the command creates one. */
  readonly key: Key;
  readonly value: RecordValues[Type];
  readonly requestStreamId: number;
  readonly requestId: number;
  readonly operationReference: Key;
}

/** Value types and intents that ask for something; every other intent is an event. */
export interface CommandNames {
  [ValueType.JOB]:
    | 'COMPLETE'
    | 'TIME_OUT'
    | 'FAIL'
    | 'UPDATE_RETRIES'
    | 'THROW_ERROR'
    | 'RECUR_AFTER_BACKOFF'
    | 'YIELD'
    | 'UPDATE_TIMEOUT'
    | 'UPDATE';
  [ValueType.DEPLOYMENT]: 'CREATE';
  [ValueType.PROCESS_INSTANCE]:
    | 'CANCEL'
    | 'ACTIVATE_ELEMENT'
    | 'COMPLETE_ELEMENT'
    | 'TERMINATE_ELEMENT'
    | 'CONTINUE_TERMINATING_ELEMENT'
    | 'CONTINUE_ACTIVATING_ELEMENT'
    | 'COMPLETE_EXECUTION_LISTENER'
    | 'SUSPEND'
    | 'RESUME';
  [ValueType.INCIDENT]: 'RESOLVE';
  [ValueType.MESSAGE]: 'PUBLISH' | 'EXPIRE';
  [ValueType.MESSAGE_SUBSCRIPTION]: 'CREATE' | 'CORRELATE' | 'REJECT' | 'DELETE';
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: 'CREATE' | 'CORRELATE' | 'DELETE';
  [ValueType.JOB_BATCH]: 'ACTIVATE';
  [ValueType.TIMER]: 'TRIGGER';
  [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: never;
  [ValueType.VARIABLE]: never;
  [ValueType.VARIABLE_DOCUMENT]: 'UPDATE';
  [ValueType.PROCESS_INSTANCE_CREATION]: 'CREATE' | 'CREATE_WITH_AWAITING_RESULT';
  [ValueType.ERROR]: never;
  [ValueType.PROCESS_INSTANCE_RESULT]: never;
  [ValueType.PROCESS]: never;
  [ValueType.PROCESS_EVENT]: never;
  [ValueType.DECISION]: never;
  [ValueType.DECISION_REQUIREMENTS]: never;
  [ValueType.DECISION_EVALUATION]: 'EVALUATE';
  [ValueType.COMMAND_DISTRIBUTION]: 'ACKNOWLEDGE';
  [ValueType.PROCESS_INSTANCE_BATCH]: 'TERMINATE' | 'ACTIVATE';
  [ValueType.MESSAGE_CORRELATION]: 'CORRELATE';
  [ValueType.PROCESS_INSTANCE_MODIFICATION]: 'MODIFY';
  [ValueType.ESCALATION]: never;
  [ValueType.SIGNAL_SUBSCRIPTION]: never;
  [ValueType.SIGNAL]: 'BROADCAST';
  [ValueType.RESOURCE_DELETION]: 'DELETE';
  [ValueType.FORM]: never;
  [ValueType.USER_TASK]: 'COMPLETE' | 'ASSIGN' | 'CLAIM' | 'UPDATE' | 'COMPLETE_TASK_LISTENER' | 'DENY_TASK_LISTENER';
  [ValueType.PROCESS_INSTANCE_MIGRATION]: 'MIGRATE';
  [ValueType.COMPENSATION_SUBSCRIPTION]: never;
  [ValueType.CLOCK]: 'PIN' | 'RESET';
  [ValueType.RESOURCE]: never;
  [ValueType.BATCH_OPERATION_CREATION]: 'CREATE';
  [ValueType.BATCH_OPERATION_EXECUTION]: 'EXECUTE';
  [ValueType.BATCH_OPERATION_CHUNK]: never;
  [ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION]: 'ACTIVATE' | 'COMPLETE';
  [ValueType.BATCH_OPERATION_LIFECYCLE_MANAGEMENT]: 'FAIL' | 'CANCEL' | 'SUSPEND' | 'RESUME' | 'COMPLETE';
  [ValueType.BATCH_OPERATION_PARTITION_LIFECYCLE]: 'COMPLETE_PARTITION' | 'FAIL_PARTITION';
  [ValueType.ASYNC_REQUEST]: never;
  [ValueType.MULTI_INSTANCE]: never;
  [ValueType.RUNTIME_INSTRUCTION]: never;
  [ValueType.BATCH_OPERATION_INITIALIZATION]: 'INITIALIZE';
  [ValueType.CLUSTER_VARIABLE]: 'CREATE' | 'UPDATE' | 'DELETE';
  [ValueType.HISTORY_DELETION]: 'DELETE';
  [ValueType.CONDITIONAL_SUBSCRIPTION]: 'TRIGGER';
  [ValueType.CONDITIONAL_EVALUATION]: 'EVALUATE';
  [ValueType.GLOBAL_LISTENER_BATCH]: 'CONFIGURE';
  [ValueType.EXPRESSION]: 'EVALUATE';
  [ValueType.GLOBAL_LISTENER]: 'CREATE' | 'UPDATE' | 'DELETE';
  [ValueType.SUSPENSION_BATCH]: 'SUSPEND' | 'RESUME';
  [ValueType.PROCESS_INSTANCE_BUSINESS_ID]: 'ASSIGN';
  [ValueType.SAVED_FILTER]: 'CREATE' | 'UPDATE' | 'DELETE';
  [ValueType.USER_TASK_COMMENT]: 'CREATE' | 'DELETE';
}

type IntentNames<Type extends ValueType> = Extract<keyof (typeof intentsByValueType)[Type], string>;

export type CommandName<Type extends ValueType> = CommandNames[Type] & IntentNames<Type>;
export type EventName<Type extends ValueType> = Exclude<IntentNames<Type>, CommandNames[Type]>;
