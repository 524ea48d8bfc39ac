/**
 * One record as text that is complete: a batch of its own in the log's encoding, in base64. What travels to somebody who
 * folds it, where exporters' JSON would lose fields and spellings.
 */
import type { LogRecord } from '../record.ts';
import { base64Bytes, base64Text } from './base64.ts';
import { MalformedEncoding } from './message-pack-reader.ts';
import { MessagePackWriter } from './message-pack-writer.ts';
import { readBatch, writeBatchHeader, writeRecord } from './record-codec.ts';

const writer = new MessagePackWriter();

export function encodedRecordText(partitionId: number, record: LogRecord): string {
  const header = { partitionId, firstPosition: record.position, timestamp: record.timestamp };
  writer.truncate(0);
  writeBatchHeader(writer, header);
  writeRecord(writer, record, header);
  return base64Text(writer.take());
}

/** @throws {MalformedEncoding} the text is nothing that `encodedRecordText` made, or a newer version made it. */
export function recordOfEncodedText(text: string): LogRecord {
  const [record, ...others] = readBatch(base64Bytes(text)).records;
  if (record !== undefined && others.length === 0) return record;
  throw new MalformedEncoding(`Expected one record in a text, but found ${record === undefined ? 'none' : 'several'}`);
}
