/**
 * Records on disk and between threads: positional MessagePack arrays, enums as numbers, times and sources relative
 * to their batch.
 *
 *     batch   = [format, partitionId, firstPosition, timestamp, count] record*
 *     record  = [flags, valueType, intent, key, sourceDistance, delay, value, metadata?]
 *
 * `sourceDistance` is position - sourceRecordPosition, 0 for none. `delay` is ms after the batch's timestamp.
 */
import { type Key, NO_KEY } from '../key.ts';
import type { LogRecord } from '../record.ts';
import { RecordType } from '../record-type.ts';
import { type RecordValue, type RecordValues, valueCodecs } from '../record-value.ts';
import { RejectionType } from '../rejection-type.ts';
import type { ValueType } from '../value-type.ts';
import { MalformedEncoding, MessagePackReader } from './message-pack-reader.ts';
import type { MessagePackWriter } from './message-pack-writer.ts';
import type { ValueCodec } from './value-codec.ts';

/** Version of the layout above. A reader refuses what it does not know. */
export const RECORD_FORMAT = 1;

const RECORD_TYPE_MASK = 0b11;
const UNPROCESSED = 0b100;

export interface BatchHeader {
  readonly partitionId: number;
  readonly firstPosition: number;
  /** Epoch ms of the first record. */
  readonly timestamp: number;
}

export interface DecodedBatch extends BatchHeader {
  readonly records: readonly LogRecord[];
}

export function writeBatchHeader(writer: MessagePackWriter, header: BatchHeader): void {
  writer.arrayHeader(4);
  writer.integer(RECORD_FORMAT);
  writer.integer(header.partitionId);
  writer.integer(header.firstPosition);
  writer.integer(header.timestamp);
}

/** Marks a command that was written as processed, at the `length` its record started at, as left for a later batch. */
export function patchUnprocessed(writer: MessagePackWriter, recordStart: number): void {
  // The flags follow the one-byte array header; a COMMAND's only other flag is its record type.
  writer.patch(recordStart + 1, RecordType.COMMAND | UNPROCESSED);
}

export function writeRecord(writer: MessagePackWriter, record: LogRecord, header: BatchHeader): void {
  const hasMetadata =
    record.rejectionType !== RejectionType.NULL_VAL ||
    record.requestId !== -1 ||
    record.operationReference !== NO_KEY ||
    record.batchOperationReference !== NO_KEY ||
    record.recordVersion !== 1;
  writer.arrayHeader(hasMetadata ? 8 : 7);
  writer.integer(record.recordType | (record.isProcessed ? 0 : UNPROCESSED));
  writer.integer(record.valueType);
  writer.integer(record.intent);
  writer.key(record.key);
  writer.integer(record.sourceRecordPosition === -1 ? 0 : record.position - record.sourceRecordPosition);
  writer.integer(record.timestamp - header.timestamp);
  writeValue(writer, record.valueType, record.value);
  if (hasMetadata) {
    writer.arrayHeader(7);
    writer.integer(record.rejectionType);
    writer.text(record.rejectionReason);
    writer.integer(record.requestStreamId);
    writer.integer(record.requestId);
    writer.key(record.operationReference);
    writer.integer(record.recordVersion);
    writer.key(record.batchOperationReference);
  }
}

/** Decodes a whole batch. @throws {MalformedEncoding} when the bytes are no batch of this format. */
export function readBatch(bytes: Uint8Array): DecodedBatch {
  const reader = new MessagePackReader(bytes);
  const header = readBatchHeader(reader);
  const records: LogRecord[] = [];
  let position = header.firstPosition;
  while (!reader.isAtEnd) records.push(readRecord(reader, header, position++));
  return { ...header, records };
}

export function readBatchHeader(reader: MessagePackReader): BatchHeader {
  reader.arrayHeader();
  const format = reader.integer();
  if (format !== RECORD_FORMAT) {
    throw new MalformedEncoding(
      `Expected records of format ${RECORD_FORMAT}, but found format ${format}: a newer version wrote them`,
    );
  }
  return { partitionId: reader.integer(), firstPosition: reader.integer(), timestamp: reader.integer() };
}

export function readRecord(reader: MessagePackReader, header: BatchHeader, position: number): LogRecord {
  const fields = reader.arrayHeader();
  const flags = reader.integer();
  const valueType = reader.integer() as ValueType;
  const intent = reader.integer();
  const key = reader.key();
  const sourceDistance = reader.integer();
  const timestamp = header.timestamp + reader.integer();
  const value = readValue(reader, valueType);
  let rejectionType: RejectionType = RejectionType.NULL_VAL;
  let rejectionReason = '';
  let requestStreamId = -1;
  let requestId = -1;
  let operationReference: Key = NO_KEY;
  let recordVersion = 1;
  let batchOperationReference: Key = NO_KEY;
  if (fields > 7) {
    const metadataFields = reader.arrayHeader();
    rejectionType = reader.integer() as RejectionType;
    rejectionReason = reader.text();
    requestStreamId = reader.integer();
    requestId = reader.integer();
    operationReference = reader.key();
    recordVersion = reader.integer();
    if (metadataFields > 6) batchOperationReference = reader.key();
  }
  return {
    position,
    sourceRecordPosition: sourceDistance === 0 ? -1 : position - sourceDistance,
    key,
    timestamp,
    recordType: (flags & RECORD_TYPE_MASK) as RecordType,
    valueType,
    intent,
    rejectionType,
    rejectionReason,
    recordVersion,
    requestStreamId,
    requestId,
    operationReference,
    batchOperationReference,
    isProcessed: (flags & UNPROCESSED) === 0,
    value,
  };
}

export function writeValue(writer: MessagePackWriter, valueType: ValueType, value: RecordValue): void {
  // The table pairs each value type with the codec of its own value; the compiler cannot follow the pair through a lookup.
  (valueCodecs[valueType] as ValueCodec<RecordValue>).write(writer, value);
}

export function readValue<Type extends ValueType>(reader: MessagePackReader, valueType: Type): RecordValues[Type] {
  const codec = valueCodecs[valueType] as ValueCodec<RecordValues[Type]> | undefined;
  if (codec === undefined)
    throw new MalformedEncoding(`Expected a known value type, but found ${valueType}: a newer version wrote it`);
  return codec.read(reader, reader.arrayHeader());
}
