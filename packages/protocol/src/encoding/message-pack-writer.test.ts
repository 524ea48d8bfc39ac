import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer, key, text } from '../../test/record-arbitraries.ts';
import { type Key, NO_KEY } from '../key.ts';
import { MalformedEncoding, MessagePackReader } from './message-pack-reader.ts';
import { MessagePackWriter } from './message-pack-writer.ts';

describe('MessagePackWriter', () => {
  it('should write what the reader reads, one value behind the other', () => {
    const value = fc.oneof(
      fc.record({ kind: fc.constant('integer' as const), value: integer }),
      fc.record({ kind: fc.constant('key' as const), value: key }),
      fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
      fc.record({ kind: fc.constant('text' as const), value: text }),
      fc.record({ kind: fc.constant('bytes' as const), value: fc.uint8Array({ maxLength: 300 }) }),
      fc.record({ kind: fc.constant('arrayHeader' as const), value: fc.integer({ min: 0, max: 2 ** 32 - 1 }) }),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 50 }), (written) => {
        const writer = new MessagePackWriter();
        for (const each of written) (writer[each.kind] as (value: unknown) => void).call(writer, each.value);
        const reader = new MessagePackReader(writer.take());
        for (const each of written) expect(reader[each.kind]()).toEqual(each.value);
        expect(reader.isAtEnd).toBe(true);
      }),
    );
  });

  it('should spend one byte on no key and on small numbers', () => {
    // given
    const writer = new MessagePackWriter();

    // when
    writer.key(NO_KEY);
    writer.integer(127);
    writer.integer(-32);

    // then
    expect([...writer.take()]).toEqual([0xff, 0x7f, 0xe0]);
  });

  it('should grow with what is written', () => {
    // given
    const writer = new MessagePackWriter();
    const long = 'ä'.repeat(200_000);

    // when
    for (let count = 0; count < 3; count++) writer.text(long);

    // then
    const reader = new MessagePackReader(writer.take());
    for (let count = 0; count < 3; count++) expect(reader.text()).toBe(long);
  });

  it('should be cut back to an earlier length and go on from there', () => {
    // given
    const writer = new MessagePackWriter();
    writer.text('kept');
    const { length } = writer;
    writer.text('undone');

    // when
    writer.truncate(length);
    writer.key(7n as Key);

    // then
    const reader = new MessagePackReader(writer.take());
    expect([reader.text(), reader.key(), reader.isAtEnd]).toEqual(['kept', 7n, true]);
  });

  it('should start again empty once its bytes are taken, and leave the taken ones alone', () => {
    // given
    const writer = new MessagePackWriter();
    writer.text('first');
    const taken = writer.take();

    // when
    writer.text('other');

    // then
    expect(new MessagePackReader(taken).text()).toBe('first');
  });
});

describe('MessagePackReader', () => {
  it.each(['arrayHeader', 'integer', 'key', 'boolean', 'text', 'bytes'] as const)(
    'should refuse another kind of value as %s',
    (kind) => {
      const strange = new Uint8Array([0xc1]);
      expect(() => new MessagePackReader(strange)[kind]()).toThrow(MalformedEncoding);
      expect(() => new MessagePackReader(strange)[kind]()).toThrow('at byte 0, but found the tag 0xc1');
    },
  );

  it.each(['arrayHeader', 'integer', 'key', 'boolean', 'text', 'bytes', 'texts', 'keys', 'textMap'] as const)(
    'should refuse the end of the bytes as %s',
    (kind) => {
      expect(() => new MessagePackReader(new Uint8Array())[kind]()).toThrow(
        'Expected more bytes, but the record ends here',
      );
    },
  );

  it.each([
    ['text', [0xa3, 0x61]],
    ['text', [0xdb, 0xff, 0xff, 0xff, 0xff]],
    ['texts', [0xdd, 0xff, 0xff, 0xff, 0xff]],
    ['keys', [0xdd, 0xff, 0xff, 0xff, 0xff]],
    ['textMap', [0xdd, 0xff, 0xff, 0xff, 0xff]],
  ] as const)('should refuse %s that is cut off: %j', (kind, bytes) => {
    expect(() => new MessagePackReader(new Uint8Array(bytes))[kind]()).toThrow(MalformedEncoding);
  });

  it.each([
    ['arrayHeader', [0xdc, 1]],
    ['arrayHeader', [0xdd, 1, 2, 3]],
    ['integer', [0xcd, 1]],
    ['integer', [0xce, 1, 2]],
    ['integer', [0xcf, 1, 2, 3, 4]],
    ['integer', [0xd3, 1]],
    ['key', [0xd3, 1, 2]],
    ['text', [0xdb, 0, 0]],
    ['bytes', [0xc6, 0, 0]],
    ['bytes', [0xc6, 0, 0, 0, 9, 1]],
  ] as const)('should refuse a number or bytes as %s cut off: %j', (kind, bytes) => {
    expect(() => new MessagePackReader(new Uint8Array(bytes))[kind]()).toThrow(MalformedEncoding);
  });

  it('should keep a byte order mark at the beginning of a text', () => {
    for (const value of ['\ufeff', '\ufeffname', `\ufeff${'long '.repeat(20)}`]) {
      const writer = new MessagePackWriter();
      writer.text(value);
      expect(new MessagePackReader(writer.take()).text()).toBe(value);
    }
  });

  it('should give one string for short texts that repeat', () => {
    // given
    const writer = new MessagePackWriter();
    for (const each of ['task', 'flow', 'task']) writer.text(each);

    // when
    const reader = new MessagePackReader(writer.take());

    // then
    expect([reader.text(), reader.text(), reader.text()]).toEqual(['task', 'flow', 'task']);
  });
});
