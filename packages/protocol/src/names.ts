import { BpmnElementType, type BpmnElementTypeName } from './bpmn-element-type.ts';
import { BpmnEventType, type BpmnEventTypeName } from './bpmn-event-type.ts';
import { IncidentErrorType, type IncidentErrorTypeName } from './incident-error-type.ts';
import { intentsByValueType } from './intent.ts';
import { RecordType, type RecordTypeName } from './record-type.ts';
import { RejectionType, type RejectionTypeName } from './rejection-type.ts';
import { ValueType, type ValueTypeName } from './value-type.ts';
import { JobKind, type JobKindName, JobListenerEventType, type JobListenerEventTypeName } from './values/job.ts';

/** Names of wire codes, for logs, exporters and API answers. */
function namesByCode<Name extends string>(codes: Readonly<Record<Name, number>>): ReadonlyMap<number, Name> {
  return new Map((Object.entries(codes) as [Name, number][]).map(([name, code]) => [code, name]));
}

function lookUp<Name extends string>(names: ReadonlyMap<number, Name>, code: number, what: string): Name {
  const name = names.get(code);
  if (name === undefined) throw new RangeError(`Expected a known ${what}, but got the code ${code}`);
  return name;
}

const valueTypeNames = namesByCode<ValueTypeName>(ValueType);
const recordTypeNames = namesByCode<RecordTypeName>(RecordType);
const rejectionTypeNames = namesByCode<RejectionTypeName>(RejectionType);
const elementTypeNames = namesByCode<BpmnElementTypeName>(BpmnElementType);
const eventTypeNames = namesByCode<BpmnEventTypeName>(BpmnEventType);
const incidentErrorTypeNames = namesByCode<IncidentErrorTypeName>(IncidentErrorType);
const jobKindNames = namesByCode<JobKindName>(JobKind);
const jobListenerEventTypeNames = namesByCode<JobListenerEventTypeName>(JobListenerEventType);
const intentNames = new Map(
  Object.entries(intentsByValueType).map(([valueType, intents]) => [Number(valueType), namesByCode<string>(intents)]),
);

export const valueTypeName = (code: ValueType): ValueTypeName => lookUp(valueTypeNames, code, 'value type');
export const recordTypeName = (code: RecordType): RecordTypeName => lookUp(recordTypeNames, code, 'record type');
export const rejectionTypeName = (code: RejectionType): RejectionTypeName =>
  lookUp(rejectionTypeNames, code, 'rejection type');
export const bpmnElementTypeName = (code: BpmnElementType): BpmnElementTypeName =>
  lookUp(elementTypeNames, code, 'element type');
export const bpmnEventTypeName = (code: BpmnEventType): BpmnEventTypeName => lookUp(eventTypeNames, code, 'event type');
export const incidentErrorTypeName = (code: IncidentErrorType): IncidentErrorTypeName =>
  lookUp(incidentErrorTypeNames, code, 'incident error type');

export const jobKindName = (code: JobKind): JobKindName => lookUp(jobKindNames, code, 'job kind');
export const jobListenerEventTypeName = (code: JobListenerEventType): JobListenerEventTypeName =>
  lookUp(jobListenerEventTypeNames, code, 'job listener event type');

export function intentName(valueType: ValueType, intent: number): string {
  return lookUp(
    intentNames.get(valueType) ?? new Map<number, string>(),
    intent,
    `intent of ${valueTypeName(valueType)}`,
  );
}
