import type { LogBatch } from '@waggle/engine';
import {
  type ActivatedJob,
  type Command,
  type Key,
  keyOf,
  type LogRecord,
  MessagePackWriter,
  NO_KEY,
  RecordType,
  RejectionType,
  TimerIntent,
  type TimerValue,
  ValueType,
  VariableDocumentIntent,
  type VariableDocumentValue,
  writeBatchHeader,
  writeRecord,
} from '@waggle/protocol';

export function timerValue(change: Partial<TimerValue> = {}): TimerValue {
  return {
    elementInstanceKey: NO_KEY,
    processInstanceKey: NO_KEY,
    processDefinitionKey: keyOf(1, 7n),
    dueDate: 5,
    targetElementId: 'wait',
    repetitions: 1,
    tenantId: '<default>',
    ...change,
  };
}

export function eventRecord(change: Partial<LogRecord> = {}): LogRecord {
  return {
    position: 1,
    sourceRecordPosition: -1,
    key: keyOf(1, 1n),
    timestamp: 1_000,
    recordType: RecordType.EVENT,
    valueType: ValueType.TIMER,
    intent: TimerIntent.CREATED,
    rejectionType: RejectionType.NULL_VAL,
    rejectionReason: '',
    recordVersion: 1,
    requestStreamId: -1,
    requestId: -1,
    operationReference: NO_KEY,
    batchOperationReference: NO_KEY,
    isProcessed: true,
    value: timerValue(),
    ...change,
  };
}

export function batchOf(records: readonly LogRecord[], partitionId = 1): LogBatch {
  const firstPosition = records[0]!.position;
  const writer = new MessagePackWriter();
  const header = { partitionId, firstPosition, timestamp: records[0]!.timestamp };
  writeBatchHeader(writer, header);
  for (const record of records) writeRecord(writer, record, header);
  return { firstPosition, lastPosition: records.at(-1)!.position, data: writer.take() };
}

export function setVariablesCommand(change: Partial<Command> & { readonly variables?: string } = {}): Command {
  const { variables = '{}', ...rest } = change;
  const value: VariableDocumentValue = { scopeKey: keyOf(1, 1n), isLocal: false, variables, tenantId: '<default>' };
  return {
    valueType: ValueType.VARIABLE_DOCUMENT,
    intent: VariableDocumentIntent.UPDATE,
    key: NO_KEY as Key,
    value,
    requestStreamId: 1,
    requestId: 1,
    operationReference: NO_KEY,
    ...rest,
  };
}

export const activatedJob: ActivatedJob = {
  jobKey: keyOf(2, 5n),
  type: 'pay',
  processInstanceKey: keyOf(2, 1n),
  rootProcessInstanceKey: keyOf(2, 1n),
  bpmnProcessId: 'order',
  processDefinitionVersion: 3,
  processDefinitionKey: keyOf(1, 2n),
  elementId: 'task',
  elementInstanceKey: keyOf(2, 4n),
  customHeaders: { a: 'b' },
  worker: 'w',
  retries: 3,
  deadline: 1_700_000_000_000,
  variables: '{"x":1}',
  kind: 2,
  listenerEventType: 4,
  userTask: {
    userTaskKey: keyOf(2, 6n),
    action: 'assign',
    assignee: 'ada',
    candidateGroups: ['g'],
    candidateUsers: ['u', 'v'],
    changedAttributes: ['assignee'],
    dueDate: '2026-01-01T00:00:00Z',
    followUpDate: '',
    formKey: keyOf(1, 9n),
    priority: 50,
  },
  tags: ['t'],
  businessId: 'b',
  priority: 7,
  leaseToken: 'l',
  tenantId: '<default>',
};
