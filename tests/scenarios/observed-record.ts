/** A record as a driver hands it over: the same JSON whether it came from the engine in process or from an exporter. */
import { type ExportedRecord, parseRecord } from '../exported-records.ts';

export interface ObservedRecord extends ExportedRecord {
  readonly partitionId: number;
  readonly timestamp: number;
  readonly rejectionType: string;
  readonly rejectionReason: string;
}

/** Reads one line of JSON as the JSON-lines exporter writes it. */
export function observedRecord(line: string): ObservedRecord {
  return parseRecord(line) as ObservedRecord;
}

/** Text of a field; empty when it is absent or something else. */
export function textOf(record: ObservedRecord, field: string): string {
  const value = record.value[field];
  return typeof value === 'string' ? value : '';
}

/** What a record is about, by the field that says it best. */
const SUBJECT_FIELDS = [
  'elementId',
  'compensableActivityId',
  'catchEventId',
  'targetElementId',
  'startEventId',
  'throwElementId',
  'messageName',
  'signalName',
  'name',
  'id',
  'bpmnProcessId',
  'formId',
  'decisionId',
  'decisionRequirementsId',
  'resourceName',
  'type',
] as const;

export function subjectOf(record: ObservedRecord): string {
  // Several jobs of one element differ by their type: listeners'.
  if (record.valueType === 'JOB') return textOf(record, 'type');
  for (const field of SUBJECT_FIELDS) {
    const text = textOf(record, field);
    if (text !== '') return text;
  }
  return '';
}

/**
 * An event in one line, `JOB CREATED task`. The life of elements and flows goes without the value type,
 * `ELEMENT_COMPLETED task`.
 */
export function recordLine(record: ObservedRecord): string {
  const kind = record.valueType === 'PROCESS_INSTANCE' ? '' : `${record.valueType} `;
  return `${kind}${record.intent} ${subjectOf(record)}`.trimEnd();
}

export const isEvent = (record: ObservedRecord): boolean => record.recordType === 'EVENT';
