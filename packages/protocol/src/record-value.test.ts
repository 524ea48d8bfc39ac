import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { values } from '../test/record-arbitraries.ts';
import { MessagePackReader } from './encoding/message-pack-reader.ts';
import { MessagePackWriter } from './encoding/message-pack-writer.ts';
import { readValue, writeValue } from './encoding/record-codec.ts';
import { type Key, NO_KEY } from './key.ts';
import { valueTypeName } from './names.ts';
import type { RecordValue } from './record-value.ts';
import { ValueType } from './value-type.ts';

describe('values in the log', () => {
  it.each(Object.values(ValueType).map((valueType) => [valueTypeName(valueType), valueType] as const))(
    'should read %s as it was written',
    (_name, valueType) => {
      fc.assert(
        fc.property(values[valueType] as fc.Arbitrary<RecordValue>, (value) => {
          const writer = new MessagePackWriter();
          writeValue(writer, valueType, value);
          const bytes = writer.take();
          const reader = new MessagePackReader(bytes);
          expect(readValue(reader, valueType)).toEqual(value);
          expect(reader.offset).toBe(bytes.length);
        }),
      );
    },
  );

  it('should read a batch of children that was written before it had a place to go on from', () => {
    // given
    const writer = new MessagePackWriter();
    writer.arrayHeader(2);
    writer.key(1n as Key);
    writer.key(2n as Key);

    // when
    const value = readValue(new MessagePackReader(writer.take()), ValueType.PROCESS_INSTANCE_BATCH);

    // then
    expect(value).toEqual({ processInstanceKey: 1n, batchElementInstanceKey: 2n, afterKey: NO_KEY, index: 0 });
  });

  it('should keep headers with names of the object prototype', () => {
    // given
    const customHeaders = Object.fromEntries([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
    const writer = new MessagePackWriter();

    // when
    writer.textMap(customHeaders);
    const read = new MessagePackReader(writer.take()).textMap();

    // then
    expect(Object.entries(read)).toEqual(Object.entries(customHeaders));
  });
});
