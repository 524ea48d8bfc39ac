import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareKeyPaths } from '../sorted/compare-keys.ts';
import { type DiskKeyPart, diskKeyEncoder, isLongText } from './disk-key.ts';

const KEY_BYTES_MAX = 1978;

function bytesOf(first: DiskKeyPart, second: DiskKeyPart | undefined): Uint8Array {
  const target = new Uint8Array(4096);
  const end = diskKeyEncoder.writeKey(
    { table: 300, first, ...(second === undefined ? {} : { second }), edge: 'exact' },
    target,
    0,
  );
  return target.subarray(0, end);
}

const integer = fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n });
const time = fc.double({ noNaN: true }).map((value) => value + 0);
const unit = fc.oneof(
  fc.constantFrom('\u0000', '\u0001', '\u0002', 'a', 'é', '\ud800', '\udc00', '\uffff'),
  fc.string({ maxLength: 1 }),
);
const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''));
const path = fc.oneof(fc.tuple(integer, text), fc.tuple(text, integer), fc.tuple(text, text), fc.tuple(time, integer));

it('should read back what it wrote', () => {
  fc.assert(
    fc.property(path, ([first, second]) => {
      const bytes = bytesOf(first, second);
      const decoded = diskKeyEncoder.readKey(bytes, 0, bytes.length);
      expect([decoded.first, decoded.second]).toEqual([first, second]);
    }),
  );
});

it('should sort bytes like keys', () => {
  const pair = fc.oneof(
    ...[fc.tuple(integer, text), fc.tuple(text, integer), fc.tuple(text, text), fc.tuple(time, integer)].map((kind) =>
      fc.tuple(kind, kind),
    ),
  );
  fc.assert(
    fc.property(pair, ([left, right]) => {
      const order = Buffer.compare(bytesOf(left[0], left[1]), bytesOf(right[0], right[1]));
      expect(order).toBe(Math.sign(compareKeyPaths(left as bigint[], right as bigint[])));
    }),
    { numRuns: 500 },
  );
});

it('should keep two texts of any length within what LMDB takes, and tell different ones apart', () => {
  for (const length of [299, 300, 301, 448, 449, 897, 898, 899, 900, 5000]) {
    for (const unit of ['a', 'é', '\uffff', '\u0000']) {
      const long = unit.repeat(length);
      const bytes = bytesOf(long, long);
      const decoded = diskKeyEncoder.readKey(bytes, 0, bytes.length);

      expect(bytes.length).toBeLessThanOrEqual(KEY_BYTES_MAX);
      expect([decoded.isFirstLong, decoded.isSecondLong]).toEqual([isLongText(long), isLongText(long)]);
      if (!isLongText(long)) expect(decoded.first).toBe(long);
      expect(Buffer.compare(bytes, bytesOf(`${long}a`, long))).not.toBe(0);
    }
  }
});

it('should refuse integers of more than 64 bits', () => {
  expect(() => bytesOf(1n << 63n, undefined)).toThrow(/signed 64-bit integers, but got 9223372036854775808/);
});
