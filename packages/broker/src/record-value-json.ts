import {
  type BpmnElementType,
  type BpmnEventType,
  bpmnElementTypeName,
  bpmnEventTypeName,
  type CommandDistributionValue,
  type IncidentErrorType,
  incidentErrorTypeName,
  intentName,
  JobKind,
  joinJsonObject,
  type RecordValue,
  splitJsonObject,
  ValueType,
  valueTypeName,
} from '@waggle/protocol';

/** Renders one field; gets the whole value for names that depend on a neighbour. */
type FieldJson = (fieldValue: unknown, value: RecordValue) => string;

interface Field {
  /** Name in the JSON where it differs. */
  readonly name?: string;
  readonly json?: FieldJson;
  /** Only for ourselves: consumers with strict mappings would refuse a field they do not know. */
  readonly isInternal?: boolean;
}

const jobKindNames = new Map<number, string>(Object.entries(JobKind).map(([name, code]) => [code, name]));

/**
 * Variables are JSON text already, so integers and decimals keep their spelling; only whitespace goes, as line breaks
 * would end the record. A rejected command may hold anything: what is no JSON object is told as text.
 */
const documentJson: FieldJson = (text) => {
  const document = splitJsonObject(String(text));
  return document.ok ? joinJsonObject(document.members) : JSON.stringify(text);
};

/** Fields that look different in Camunda's JSON, by their name in our values. */
const fields: Readonly<Record<string, Field>> = {
  bpmnElementType: { json: (code) => JSON.stringify(bpmnElementTypeName(code as BpmnElementType)) },
  bpmnEventType: { json: (code) => JSON.stringify(bpmnEventTypeName(code as BpmnEventType)) },
  errorType: { json: (code) => JSON.stringify(incidentErrorTypeName(code as IncidentErrorType)) },
  kind: { name: 'jobKind', json: (code) => JSON.stringify(jobKindNames.get(code as number)) },
  awaitRequestStreamId: { isInternal: true },
  awaitRequestId: { isInternal: true },
  consumedFlowIds: { isInternal: true },
  isDuplicate: { name: 'duplicate' },
  isInterrupting: { name: 'interrupting' },
  isLocal: { name: 'updateSemantics', json: (isLocal) => (isLocal ? '"LOCAL"' : '"PROPAGATE"') },
  variables: { json: documentJson },
  // Names of headers are the users': none of them is renamed.
  customHeaders: { json: (headers) => JSON.stringify(headers) },
  startInstructions: {
    json: (ids) => JSON.stringify((ids as readonly string[]).map((elementId) => ({ elementId }))),
  },
};

type FieldTable = ReadonlyMap<string, Field>;

const commonTable: FieldTable = new Map(Object.entries(fields));

/** Where a value type differs from the table above. */
const tablesByValueType: ReadonlyMap<ValueType, FieldTable> = new Map([
  [
    ValueType.COMMAND_DISTRIBUTION,
    new Map<string, Field>([
      ...commonTable,
      ['valueType', { json: (code) => JSON.stringify(valueTypeName(code as ValueType)) }],
      [
        'intent',
        {
          json: (code, value) =>
            JSON.stringify(intentName((value as CommandDistributionValue).valueType, code as number)),
        },
      ],
    ]),
  ],
]);

/** A record's value in Camunda's spelling. */
export function jsonOfValue(valueType: ValueType, value: RecordValue): string {
  return jsonOfObject(value, tablesByValueType.get(valueType) ?? commonTable, value);
}

function jsonOfObject(object: object, table: FieldTable, value: RecordValue): string {
  let json = '';
  // Plain data has no inherited names; listing the entries first would take twice the time.
  for (const name in object) {
    const field = table.get(name);
    if (field?.isInternal) continue;
    const fieldValue = (object as Readonly<Record<string, unknown>>)[name];
    // JSON knows no undefined: what is absent is left out.
    if (fieldValue === undefined) continue;
    const text = field?.json?.(fieldValue, value) ?? jsonOf(fieldValue, table, value);
    // Names are ours, so none needs escaping.
    json += `${json === '' ? '' : ','}"${field?.name ?? name}":${text}`;
  }
  return `{${json}}`;
}

function jsonOf(fieldValue: unknown, table: FieldTable, value: RecordValue): string {
  if (typeof fieldValue === 'bigint' || typeof fieldValue === 'number') return String(fieldValue);
  if (typeof fieldValue !== 'object' || fieldValue === null) return JSON.stringify(fieldValue);
  if (fieldValue instanceof Uint8Array) return `"${Buffer.from(fieldValue).toString('base64')}"`;
  if (Array.isArray(fieldValue)) return `[${fieldValue.map((item) => jsonOf(item, table, value)).join()}]`;
  return jsonOfObject(fieldValue, table, value);
}
