/** Arbitrary records and values of every value type, for property tests. */
import fc from 'fast-check';
import {
  BpmnElementType,
  BpmnEventType,
  IncidentErrorType,
  intentsByValueType,
  JobKind,
  type Key,
  type LogRecord,
  NO_KEY,
  RecordType,
  type RecordValues,
  RejectionType,
  ValueType,
} from '../src/index.ts';

/** Lengths around the borders between the ways a text is written. */
const BORDER_LENGTHS = [31, 32, 39, 40, 41, 255, 256, 65_535, 65_536];

export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(...BORDER_LENGTHS).map((length) => 'x'.repeat(length)) },
  { weight: 1, arbitrary: fc.constantFrom(...BORDER_LENGTHS).map((length) => '\u{1f41d}ä'.repeat(length)) },
);

export const key: fc.Arbitrary<Key> = fc.oneof(
  fc.constant(NO_KEY),
  fc.bigInt({ min: 0n, max: (1n << 63n) - 1n }).map((value) => value as Key),
  fc.bigInt({ min: -(1n << 63n), max: 0n }).map((value) => value as Key),
);

/** Any whole number that JavaScript keeps exactly, often at the borders between the ways it is written. */
export const integer: fc.Arbitrary<number> = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -40, max: 300 }),
  fc.constantFrom(127, 128, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);

const bytes = fc.uint8Array({ maxLength: 200 });
const texts = fc.array(text, { maxLength: 20 });
const keys = fc.array(key, { maxLength: 20 });
const codeOf = <Code extends number>(codes: Readonly<Record<string, Code>>) => fc.constantFrom(...Object.values(codes));
const textMap = fc.dictionary(text, text, { maxKeys: 10 }).map((map) => ({ ...map }));

/** A root instance names itself in one byte, so "no root" beside an instance key cannot be told. */
const instanceKeys = fc
  .record({ processInstanceKey: key, rootProcessInstanceKey: key })
  .map(({ processInstanceKey, rootProcessInstanceKey }) => ({
    processInstanceKey,
    rootProcessInstanceKey: rootProcessInstanceKey === NO_KEY ? processInstanceKey : rootProcessInstanceKey,
  }));

export const values: { readonly [Type in ValueType]: fc.Arbitrary<RecordValues[Type]> } = {
  [ValueType.JOB]: fc.record({
    type: text,
    worker: text,
    retries: integer,
    deadline: integer,
    retryBackoff: integer,
    recurringTime: integer,
    timeout: integer,
    errorMessage: text,
    errorCode: text,
    customHeaders: textMap,
    kind: codeOf(JobKind),
    elementId: text,
    elementInstanceKey: key,
    bpmnProcessId: text,
    processDefinitionVersion: integer,
    processDefinitionKey: key,
    processInstanceKey: key,
    tenantId: text,
    variables: text,
    changedAttributes: texts,
  }),
  [ValueType.DEPLOYMENT]: fc.record({
    deploymentKey: key,
    tenantId: text,
    resources: fc.array(fc.record({ resourceName: text, resource: bytes }), { maxLength: 5 }),
    processesMetadata: fc.array(
      fc.record({
        bpmnProcessId: text,
        version: integer,
        versionTag: text,
        processDefinitionKey: key,
        resourceName: text,
        checksum: text,
        isDuplicate: fc.boolean(),
        tenantId: text,
      }),
      { maxLength: 5 },
    ),
  }),
  [ValueType.PROCESS_INSTANCE]: fc
    .tuple(
      fc.record({
        bpmnProcessId: text,
        version: integer,
        processDefinitionKey: key,
        elementId: text,
        flowScopeKey: key,
        bpmnElementType: codeOf(BpmnElementType),
        bpmnEventType: codeOf(BpmnEventType),
        parentProcessInstanceKey: key,
        parentElementInstanceKey: key,
        tenantId: text,
        consumedFlowIds: texts,
      }),
      instanceKeys,
    )
    .map(([value, own]) => ({ ...value, ...own })),
  [ValueType.INCIDENT]: fc.record({
    errorType: codeOf(IncidentErrorType),
    errorMessage: text,
    bpmnProcessId: text,
    processDefinitionKey: key,
    processInstanceKey: key,
    elementId: text,
    elementInstanceKey: key,
    jobKey: key,
    variableScopeKey: key,
    rootProcessInstanceKey: key,
    tenantId: text,
  }),
  [ValueType.MESSAGE]: fc.record({
    name: text,
    correlationKey: text,
    timeToLive: integer,
    deadline: integer,
    messageId: text,
    variables: text,
    tenantId: text,
  }),
  [ValueType.MESSAGE_SUBSCRIPTION]: fc.record({
    processInstanceKey: key,
    elementInstanceKey: key,
    bpmnProcessId: text,
    messageName: text,
    correlationKey: text,
    messageKey: key,
    isInterrupting: fc.boolean(),
    variables: text,
    tenantId: text,
  }),
  [ValueType.PROCESS_MESSAGE_SUBSCRIPTION]: fc.record({
    processInstanceKey: key,
    elementInstanceKey: key,
    bpmnProcessId: text,
    processDefinitionKey: key,
    elementId: text,
    messageName: text,
    correlationKey: text,
    messageKey: key,
    isInterrupting: fc.boolean(),
    subscriptionPartitionId: integer,
    variables: text,
    tenantId: text,
  }),
  [ValueType.JOB_BATCH]: fc.record({
    type: text,
    worker: text,
    timeout: integer,
    maxJobsToActivate: integer,
    fetchVariables: texts,
    tenantIds: texts,
    jobKeys: keys,
    deadline: integer,
    truncated: fc.boolean(),
  }),
  [ValueType.TIMER]: fc.record({
    elementInstanceKey: key,
    processInstanceKey: key,
    processDefinitionKey: key,
    dueDate: integer,
    targetElementId: text,
    repetitions: integer,
    tenantId: text,
  }),
  [ValueType.MESSAGE_START_EVENT_SUBSCRIPTION]: fc.record({
    processDefinitionKey: key,
    bpmnProcessId: text,
    startEventId: text,
    messageName: text,
    processInstanceKey: key,
    messageKey: key,
    correlationKey: text,
    variables: text,
    tenantId: text,
  }),
  [ValueType.VARIABLE]: fc.record({
    name: text,
    value: text,
    scopeKey: key,
    processInstanceKey: key,
    processDefinitionKey: key,
    bpmnProcessId: text,
    tenantId: text,
  }),
  [ValueType.VARIABLE_DOCUMENT]: fc.record({
    scopeKey: key,
    isLocal: fc.boolean(),
    variables: text,
    tenantId: text,
  }),
  [ValueType.PROCESS_INSTANCE_CREATION]: fc.record({
    bpmnProcessId: text,
    version: integer,
    processDefinitionKey: key,
    processInstanceKey: key,
    variables: text,
    startInstructions: texts,
    fetchVariables: texts,
    awaitRequestStreamId: integer,
    awaitRequestId: integer,
    tags: texts,
    businessId: text,
    tenantId: text,
  }),
  [ValueType.ERROR]: fc.record({
    exceptionMessage: text,
    stacktrace: text,
    errorEventPosition: integer,
    processInstanceKey: key,
  }),
  [ValueType.PROCESS_INSTANCE_RESULT]: fc.record({
    bpmnProcessId: text,
    version: integer,
    processDefinitionKey: key,
    processInstanceKey: key,
    variables: text,
    tags: texts,
    businessId: text,
    tenantId: text,
  }),
  [ValueType.PROCESS]: fc.record({
    bpmnProcessId: text,
    version: integer,
    versionTag: text,
    processDefinitionKey: key,
    deploymentKey: key,
    resourceName: text,
    checksum: text,
    resource: bytes,
    tenantId: text,
  }),
  [ValueType.PROCESS_EVENT]: fc.record({
    scopeKey: key,
    targetElementId: text,
    variables: text,
    processDefinitionKey: key,
    processInstanceKey: key,
    interruptsScope: fc.boolean(),
    tenantId: text,
  }),
  [ValueType.COMMAND_DISTRIBUTION]: fc.record({
    partitionId: integer,
    valueType: codeOf(ValueType),
    intent: integer,
    commandValue: bytes,
  }),
  [ValueType.PROCESS_INSTANCE_BATCH]: fc.record({
    processInstanceKey: key,
    batchElementInstanceKey: key,
    afterKey: key,
  }),
  [ValueType.MESSAGE_CORRELATION]: fc.record({
    name: text,
    correlationKey: text,
    variables: text,
    messageKey: key,
    processInstanceKey: key,
    requestStreamId: integer,
    requestId: integer,
    tenantId: text,
  }),
};

/** A record at any place of a batch; the test sets its position. */
export const record: fc.Arbitrary<LogRecord> = codeOf(ValueType).chain((valueType) =>
  fc
    .record({
      key,
      timestamp: fc.integer({ min: 0, max: 2 ** 42 }),
      recordType: codeOf(RecordType),
      intent: codeOf(intentsByValueType[valueType] as Readonly<Record<string, number>>),
      value: values[valueType] as fc.Arbitrary<LogRecord['value']>,
      sourceDistance: fc.integer({ min: 0, max: 1000 }),
      isProcessed: fc.boolean(),
      metadata: fc.option(
        fc.record({
          rejectionType: codeOf(RejectionType),
          rejectionReason: text,
          requestStreamId: integer,
          requestId: integer,
          operationReference: key,
          recordVersion: fc.integer({ min: 1, max: 100 }),
        }),
      ),
    })
    .map(({ sourceDistance, metadata, isProcessed, ...rest }) => ({
      position: 0,
      sourceRecordPosition: -sourceDistance,
      valueType,
      rejectionType: RejectionType.NULL_VAL,
      rejectionReason: '',
      requestStreamId: -1,
      requestId: -1,
      operationReference: NO_KEY,
      recordVersion: 1,
      ...rest,
      ...metadata,
      isProcessed,
    })),
);

/** The same records one behind the other, their sources as far before them as drawn. */
export function placed(records: readonly LogRecord[], firstPosition: number): LogRecord[] {
  return records.map((each, index) => {
    const position = firstPosition + index;
    const source = position + each.sourceRecordPosition;
    return { ...each, position, sourceRecordPosition: source === position || source < 1 ? -1 : source };
  });
}
