import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed, record } from '../../test/record-arbitraries.ts';
import { type Key, NO_KEY } from '../key.ts';
import type { LogRecord } from '../record.ts';
import { RecordType } from '../record-type.ts';
import { RejectionType } from '../rejection-type.ts';
import { ValueType } from '../value-type.ts';
import { MalformedEncoding } from './message-pack-reader.ts';
import { MessagePackWriter } from './message-pack-writer.ts';
import { patchUnprocessed, RECORD_FORMAT, readBatch, writeBatchHeader, writeRecord } from './record-codec.ts';

const HEADER = { partitionId: 3, firstPosition: 1000, timestamp: 1_800_000_000_000 };

function batchOf(records: readonly LogRecord[], header = HEADER): Uint8Array {
  const writer = new MessagePackWriter();
  writeBatchHeader(writer, header);
  for (const each of records) writeRecord(writer, each, header);
  return writer.take();
}

const command: LogRecord = {
  position: HEADER.firstPosition,
  sourceRecordPosition: -1,
  key: 5n as Key,
  timestamp: HEADER.timestamp,
  recordType: RecordType.COMMAND,
  valueType: ValueType.VARIABLE_DOCUMENT,
  intent: 0,
  rejectionType: RejectionType.NULL_VAL,
  rejectionReason: '',
  recordVersion: 1,
  requestStreamId: -1,
  requestId: -1,
  operationReference: NO_KEY,
  batchOperationReference: NO_KEY,
  isProcessed: true,
  value: { scopeKey: 1n as Key, isLocal: true, variables: '{"a":1}', tenantId: 't' },
};

describe('batches of records', () => {
  it('should read any records as they were written', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 8 }), fc.integer({ min: 1, max: 2 ** 40 }), (drawn, firstPosition) => {
        const header = { partitionId: 7, firstPosition, timestamp: drawn[0]?.timestamp ?? 0 };
        const records = placed(drawn, firstPosition);
        expect(readBatch(batchOf(records, header))).toEqual({ ...header, records });
      }),
    );
  });

  it('should spend few bytes on a plain record', () => {
    expect(batchOf([command]).length).toBeLessThan(60);
  });

  it('should mark a written command as left for later', () => {
    // given
    const writer = new MessagePackWriter();
    writeBatchHeader(writer, HEADER);
    const start = writer.length;
    writeRecord(writer, { ...command, operationReference: 9n as Key }, HEADER);
    const second = writer.length;
    writeRecord(writer, { ...command, position: 1001 }, HEADER);

    // when
    patchUnprocessed(writer, start);

    // then
    const { records } = readBatch(writer.take());
    expect(second).toBeGreaterThan(start);
    expect(records.map(({ isProcessed }) => isProcessed)).toEqual([false, true]);
    expect(records[0]).toEqual({ ...command, operationReference: 9n, isProcessed: false });
  });

  it('should read a batch without records', () => {
    expect(readBatch(batchOf([]))).toEqual({ ...HEADER, records: [] });
  });

  it('should refuse a format it does not know', () => {
    // given
    const writer = new MessagePackWriter();
    writer.arrayHeader(4);
    for (const field of [RECORD_FORMAT + 1, 1, 1, 1]) writer.integer(field);

    // then
    expect(() => readBatch(writer.take())).toThrow(
      `Expected records of format ${RECORD_FORMAT}, but found format ${RECORD_FORMAT + 1}: a newer version wrote them`,
    );
  });

  it('should refuse a value type it does not know', () => {
    const strange = { ...command, valueType: 99 as ValueType };
    const writer = new MessagePackWriter();
    writeBatchHeader(writer, HEADER);
    writer.arrayHeader(7);
    for (const field of [strange.recordType, strange.valueType, 0]) writer.integer(field);
    writer.key(NO_KEY);
    for (const field of [0, 0]) writer.integer(field);
    expect(() => readBatch(writer.take())).toThrow(MalformedEncoding);
  });

  it('should tell a batch that is cut off anywhere', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 3 }), fc.nat(), (drawn, at) => {
        const bytes = batchOf(placed(drawn, 1), { ...HEADER, firstPosition: 1 });
        const cut = bytes.subarray(0, at % bytes.length);
        const read = outcomeOf(cut);
        // Cut between two records it is a shorter batch: the log's checksums tell that.
        if (read !== undefined) expect(read.records.length).toBeLessThan(drawn.length);
      }),
      { numRuns: 300 },
    );
  });

  it('should read garbled bytes as something or refuse them, without end or any other error', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 2 }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
        (drawn, garbles) => {
          const bytes = batchOf(placed(drawn, 1), { ...HEADER, firstPosition: 1 });
          for (const [at, byte] of garbles) bytes[at % bytes.length] = byte;
          outcomeOf(bytes);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('should refuse random bytes without end or any other error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void outcomeOf(bytes)),
      { numRuns: 400 },
    );
  });
});

/** The batch, or `undefined` when it is refused as it should be. */
function outcomeOf(bytes: Uint8Array): ReturnType<typeof readBatch> | undefined {
  try {
    return readBatch(bytes);
  } catch (error) {
    if (error instanceof MalformedEncoding) return undefined;
    throw error;
  }
}
