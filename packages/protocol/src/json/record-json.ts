import { intentName, recordTypeName, rejectionTypeName, valueTypeName } from '../names.ts';
import { BROKER_VERSION, type LogRecord } from '../record.ts';
import { jsonOfValue } from './record-value-json.ts';

/**
 * A record as Camunda's exporters write it: names instead of codes, variables as objects, bytes as base64. Keys are JSON
 * numbers with all their digits, also where these exceed what a JavaScript number holds.
 * @param tail the last members, as text: search engines get another one than other consumers.
 */
export function recordJson(partitionId: number, record: LogRecord, tail = '"authorizations":{}'): string {
  return (
    `{"partitionId":${partitionId},"value":${jsonOfValue(record.valueType, record.value)}` +
    `,"key":${record.key},"position":${record.position},"sourceRecordPosition":${record.sourceRecordPosition}` +
    `,"timestamp":${record.timestamp},"recordType":"${recordTypeName(record.recordType)}"` +
    `,"valueType":"${valueTypeName(record.valueType)}","intent":"${intentName(record.valueType, record.intent)}"` +
    `,"rejectionType":"${rejectionTypeName(record.rejectionType)}"` +
    `,"rejectionReason":${JSON.stringify(record.rejectionReason)},"brokerVersion":"${BROKER_VERSION}"` +
    `,"recordVersion":${record.recordVersion},"operationReference":${record.operationReference}` +
    `,"batchOperationReference":${record.batchOperationReference},${tail}}`
  );
}
