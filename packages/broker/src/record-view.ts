import {
  BROKER_VERSION,
  intentName,
  type LogRecord,
  recordTypeName,
  rejectionTypeName,
  valueTypeName,
} from '@waggle/protocol';
import { jsonOfValue } from './record-value-json.ts';

/** A record as exporters see it. */
export class RecordView {
  readonly partitionId: number;
  readonly record: LogRecord;
  #json: string | undefined;

  constructor(partitionId: number, record: LogRecord) {
    this.partitionId = partitionId;
    this.record = record;
  }

  /**
   * The record as Camunda's exporters write it: names instead of codes, variables as objects, bytes as base64. Keys are
   * JSON numbers with all their digits, also where these exceed what a JavaScript number holds.
   */
  toJson(): string {
    this.#json ??= this.#render();
    return this.#json;
  }

  #render(): string {
    const { record } = this;
    return (
      `{"partitionId":${this.partitionId},"value":${jsonOfValue(record.valueType, record.value)}` +
      `,"key":${record.key},"position":${record.position},"sourceRecordPosition":${record.sourceRecordPosition}` +
      `,"timestamp":${record.timestamp},"recordType":"${recordTypeName(record.recordType)}"` +
      `,"valueType":"${valueTypeName(record.valueType)}","intent":"${intentName(record.valueType, record.intent)}"` +
      `,"rejectionType":"${rejectionTypeName(record.rejectionType)}"` +
      `,"rejectionReason":${JSON.stringify(record.rejectionReason)},"brokerVersion":"${BROKER_VERSION}"` +
      `,"recordVersion":${record.recordVersion},"operationReference":${record.operationReference}` +
      `,"batchOperationReference":${record.batchOperationReference},"authorizations":{}}`
    );
  }
}
