import {
  DecisionEvaluationIntent,
  IncidentIntent,
  type IncidentValue,
  intentName,
  type JobValue,
  type LogRecord,
  RecordType,
  ValueType,
  type ValueTypeName,
  type VariableValue,
  valueTypeName,
} from '@waggle/protocol';

/** What a record is about, for marks and filters of a time line. */
export type MomentTopic =
  | 'instance'
  | 'element'
  | 'flow'
  | 'variable'
  | 'job'
  | 'incident'
  | 'timer'
  | 'message'
  | 'signal'
  | 'userTask'
  | 'decision'
  | 'operation'
  | 'other';

/** One record on the time line. */
export interface Moment {
  readonly index: number;
  /** In the partition's log. */
  readonly position: number;
  /** Epoch ms. */
  readonly timestamp: number;
  /** A command asks, an event has happened, a rejection says why not. Only events change the state. */
  readonly kind: 'command' | 'event' | 'rejection';
  readonly topic: MomentTopic;
  readonly valueType: ValueTypeName;
  /** `ELEMENT_ACTIVATED`, `CREATED`, … */
  readonly intent: string;
  /** Of what the record is about: an element instance, a job, a variable, … */
  readonly key: string;
  /** Element or sequence flow; empty when it is about none. */
  readonly elementId: string;
  /** The name that says most about it: of a variable, a job's type, a message, a signal; empty without. */
  readonly subject: string;
  /** Something went wrong: an incident, a failed job or decision, a rejection. */
  readonly isTrouble: boolean;
}

const TOPICS: { readonly [Type in ValueType]?: MomentTopic } = {
  [ValueType.PROCESS_INSTANCE]: 'element',
  [ValueType.PROCESS_INSTANCE_CREATION]: 'instance',
  [ValueType.PROCESS_INSTANCE_RESULT]: 'instance',
  [ValueType.VARIABLE]: 'variable',
  [ValueType.VARIABLE_DOCUMENT]: 'variable',
  [ValueType.JOB]: 'job',
  [ValueType.JOB_BATCH]: 'job',
  [ValueType.INCIDENT]: 'incident',
  [ValueType.TIMER]: 'timer',
  [ValueType.MESSAGE]: 'message',
  [ValueType.MESSAGE_CORRELATION]: 'message',
  [ValueType.MESSAGE_SUBSCRIPTION]: 'message',
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: 'message',
  [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: 'message',
  [ValueType.SIGNAL]: 'signal',
  [ValueType.SIGNAL_SUBSCRIPTION]: 'signal',
  [ValueType.USER_TASK]: 'userTask',
  [ValueType.USER_TASK_COMMENT]: 'userTask',
  [ValueType.DECISION_EVALUATION]: 'decision',
  [ValueType.PROCESS_INSTANCE_MODIFICATION]: 'operation',
  [ValueType.PROCESS_INSTANCE_MIGRATION]: 'operation',
  [ValueType.PROCESS_INSTANCE_BUSINESS_ID]: 'operation',
};

const KINDS = {
  [RecordType.COMMAND]: 'command',
  [RecordType.EVENT]: 'event',
  [RecordType.COMMAND_REJECTION]: 'rejection',
} as const;

export function momentOf(record: LogRecord, index: number): Moment {
  const { valueType, recordType, key, position, timestamp } = record;
  const { elementId, subject } = namesOf(record);
  return {
    index,
    position,
    timestamp,
    kind: KINDS[recordType],
    topic: topicOf(record),
    valueType: valueTypeName(valueType),
    intent: intentName(valueType, record.intent),
    key: String(key),
    elementId,
    subject,
    isTrouble: isTrouble(record),
  };
}

export function isIncidentStart({ recordType, valueType, intent }: LogRecord): boolean {
  return recordType === RecordType.EVENT && valueType === ValueType.INCIDENT && intent === IncidentIntent.CREATED;
}

function isTrouble(record: LogRecord): boolean {
  if (record.recordType === RecordType.COMMAND_REJECTION || isIncidentStart(record)) return true;
  if (record.recordType !== RecordType.EVENT) return false;
  const name = intentName(record.valueType, record.intent);
  if (record.valueType === ValueType.JOB) return name === 'FAILED' || name === 'TIMED_OUT' || name === 'ERROR_THROWN';
  return record.valueType === ValueType.DECISION_EVALUATION && record.intent === DecisionEvaluationIntent.FAILED;
}

function topicOf({ valueType, intent, key, value }: LogRecord): MomentTopic {
  if (valueType !== ValueType.PROCESS_INSTANCE) return TOPICS[valueType] ?? 'other';
  if (intentName(valueType, intent).startsWith('SEQUENCE_FLOW')) return 'flow';
  return 'processInstanceKey' in value && value.processInstanceKey === key ? 'instance' : 'element';
}

interface Named {
  readonly elementId?: string;
  readonly targetElementId?: string;
  readonly catchEventId?: string;
  readonly messageName?: string;
  readonly signalName?: string;
  readonly name?: string;
  readonly decisionId?: string;
  readonly bpmnProcessId?: string;
}

function namesOf({ valueType, value }: LogRecord): { readonly elementId: string; readonly subject: string } {
  const named = value as Named;
  const elementId = named.elementId ?? named.targetElementId ?? named.catchEventId ?? '';
  switch (valueType) {
    case ValueType.JOB:
      return { elementId, subject: (value as JobValue).type };
    case ValueType.INCIDENT:
      return { elementId, subject: (value as IncidentValue).errorMessage };
    case ValueType.VARIABLE:
      return { elementId, subject: (value as VariableValue).name };
    default:
      return { elementId, subject: named.messageName ?? named.signalName ?? named.name ?? named.decisionId ?? '' };
  }
}
