/** Which fields of our values look different in Camunda's JSON, and which are none of its consumers' business. */
import type { BpmnElementType } from '../bpmn-element-type.ts';
import type { BpmnEventType } from '../bpmn-event-type.ts';
import type { IncidentErrorType } from '../incident-error-type.ts';
import { joinJsonObject, splitJsonObject } from '../json-document.ts';
import { bpmnElementTypeName, bpmnEventTypeName, incidentErrorTypeName, intentName, valueTypeName } from '../names.ts';
import type { RecordValue } from '../record-value.ts';
import { ValueType } from '../value-type.ts';
import { BatchOperationType } from '../values/batch-operation-creation.ts';
import { ClusterVariableScope } from '../values/cluster-variable.ts';
import type { ResourceMetadata } from '../values/deployment.ts';
import { GlobalListenerSource } from '../values/global-listener.ts';
import { JobKind, JobListenerEventType } from '../values/job.ts';

/** Renders one field; gets the whole value for names that depend on a neighbour. */
export type FieldJson = (fieldValue: unknown, value: RecordValue) => string;

export interface Field {
  /** Name in the JSON where it differs. */
  readonly name?: string;
  readonly json?: FieldJson;
  /** Only for ourselves: consumers with strict mappings would refuse a field they do not know. */
  readonly isInternal?: boolean;
}

export type FieldTable = ReadonlyMap<string, Field>;

/** @returns the fields of a value type that need more than their name and plain JSON. */
export function fieldsOf(valueType: ValueType): FieldTable {
  return tablesByValueType.get(valueType) ?? commonTable;
}

/**
 * Variables are JSON text already, so integers and decimals keep their spelling; only whitespace goes, as line breaks
 * would end the record. A rejected command may hold anything: what is no JSON object is told as text.
 */
const documentJson: FieldJson = (text) => {
  const document = splitJsonObject(String(text));
  return document.ok ? joinJsonObject(document.members) : JSON.stringify(text);
};

/** A code by its name. A code without one stays a number: a record that cannot be told would hold up all behind it. */
function nameOf(codes: Readonly<Record<string, number>>): FieldJson {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]));
  return (code) => JSON.stringify(names.get(code as number) ?? code);
}

const valueTypeJson: FieldJson = (code) => JSON.stringify(valueTypeName(code as ValueType));

/** An intent, named by the value type in a neighbouring field. */
function intentJson(valueTypeField: string): FieldJson {
  return (code, value) => {
    const valueType = (value as unknown as Readonly<Record<string, ValueType>>)[valueTypeField]!;
    return JSON.stringify(intentName(valueType, code as number));
  };
}

/** Metadata of a resource, with the names Camunda gives to the id and key of its kind. */
function metadataJson(idName: string, keyName: string): FieldJson {
  return (items) => {
    const texts = (items as readonly ResourceMetadata[]).map(
      ({ resourceId, resourceKey, isDuplicate, ...rest }) =>
        `{${JSON.stringify({ [idName]: resourceId, ...rest, duplicate: isDuplicate }).slice(1, -1)},"${keyName}":${resourceKey}}`,
    );
    return `[${texts.join()}]`;
  };
}

const INTERNAL: Field = { isInternal: true };

const commonTable: FieldTable = new Map(
  Object.entries<Field>({
    afterKey: INTERNAL,
    ancestorScopeKeys: INTERNAL,
    awaitRequestId: INTERNAL,
    awaitRequestStreamId: INTERNAL,
    batchOperationType: { json: nameOf(BatchOperationType) },
    bpmnElementType: { json: (code) => JSON.stringify(bpmnElementTypeName(code as BpmnElementType)) },
    bpmnEventType: { json: (code) => JSON.stringify(bpmnEventTypeName(code as BpmnEventType)) },
    consumedFlowIds: INTERNAL,
    // Names of headers are the users': none of them is renamed.
    customHeaders: { json: (headers) => JSON.stringify(headers) },
    formsMetadata: { name: 'formMetadata', json: metadataJson('formId', 'formKey') },
    infersAncestorScope: { name: 'inferAncestorScopeFromSourceHierarchy' },
    interruptions: INTERNAL,
    interruptsScope: INTERNAL,
    isAfterNonGlobal: { name: 'afterNonGlobal' },
    isCancelRemainingInstances: { name: 'cancelRemainingInstances' },
    isCompletionConditionFulfilled: { name: 'completionConditionFulfilled' },
    isDeleteHistory: { name: 'deleteHistory' },
    isDenied: { name: 'denied' },
    isDuplicate: { name: 'duplicate' },
    isHeld: INTERNAL,
    isInterrupting: { name: 'interrupting' },
    isLocal: { name: 'updateSemantics', json: (isLocal) => (isLocal ? '"LOCAL"' : '"PROPAGATE"') },
    jobInstanceKeys: INTERNAL,
    isShared: { name: 'shared' },
    kind: { name: 'jobKind', json: nameOf(JobKind) },
    listenerEventType: { name: 'jobListenerEventType', json: nameOf(JobListenerEventType) },
    loopCounter: INTERNAL,
    resourcesMetadata: { name: 'resourceMetadata', json: metadataJson('resourceId', 'resourceKey') },
    source: { json: nameOf(GlobalListenerSource) },
    startInstructions: {
      json: (ids) => JSON.stringify((ids as readonly string[]).map((elementId) => ({ elementId }))),
    },
    terminateAfterElementIds: {
      name: 'runtimeInstructions',
      json: (ids) =>
        JSON.stringify(
          (ids as readonly string[]).map((afterElementId) => ({ type: 'TERMINATE_PROCESS_INSTANCE', afterElementId })),
        ),
    },
    untilKey: INTERNAL,
    usesSourceParentAsScope: { name: 'useSourceParentKeyAsAncestorScopeKey' },
    variables: { json: documentJson },
  }),
);

function tableWith(fields: Readonly<Record<string, Field>>): FieldTable {
  return new Map([...commonTable, ...Object.entries(fields)]);
}

const commandTable = tableWith({ valueType: { json: valueTypeJson }, intent: { json: intentJson('valueType') } });

/** Where a value type differs from the table above. */
const tablesByValueType: ReadonlyMap<ValueType, FieldTable> = new Map([
  [
    ValueType.INCIDENT,
    tableWith({ errorType: { json: (code) => JSON.stringify(incidentErrorTypeName(code as IncidentErrorType)) } }),
  ],
  [ValueType.BATCH_OPERATION_EXECUTION, tableWith({ errorType: INTERNAL, errorMessage: INTERNAL })],
  [ValueType.CLUSTER_VARIABLE, tableWith({ scope: { json: nameOf(ClusterVariableScope) } })],
  [ValueType.COMMAND_DISTRIBUTION, commandTable],
  [ValueType.ASYNC_REQUEST, commandTable],
  [ValueType.MULTI_INSTANCE, tableWith({ outputCollection: INTERNAL, outputElement: INTERNAL })],
  [
    ValueType.SUSPENSION_BATCH,
    tableWith({
      commandValueType: { json: valueTypeJson },
      commandIntent: { json: intentJson('commandValueType') },
    }),
  ],
]);
