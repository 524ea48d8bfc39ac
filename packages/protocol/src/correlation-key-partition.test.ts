import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partitionIdOfCorrelationKey } from './correlation-key-partition.ts';

describe('partitionIdOfCorrelationKey', () => {
  // Java: "".hashCode() = 0, "a" = 97, "Aa" = 2112, "hello" = 99162322, "polygenelubricants" = -2147483648.
  it.each([
    ['', 3, 1],
    ['a', 3, 2],
    ['Aa', 5, 3],
    ['hello', 3, 2],
    ['hello', 7, 1],
    ['polygenelubricants', 3, 3],
    ['polygenelubricants', 10, 9],
  ])('should send %j with %i partitions to partition %i', (key, partitionCount, partitionId) => {
    expect(partitionIdOfCorrelationKey(key, partitionCount)).toBe(partitionId);
  });

  it('should add signed bytes, so that other than ASCII keys stay where they were', () => {
    // The bytes of "ä" are -61 and -92: 31 * -61 - 92 = -1983, and -1983 % 100 = -83.
    expect(partitionIdOfCorrelationKey('ä', 100)).toBe(84);
  });

  it('should agree with the hash of Java for ASCII keys', () => {
    const ascii = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(ascii, fc.integer({ min: 1, max: 64 }), (key, partitionCount) => {
        let hash = 0;
        for (let index = 0; index < key.length; index++) hash = (Math.imul(31, hash) + key.charCodeAt(index)) | 0;
        expect(partitionIdOfCorrelationKey(key, partitionCount)).toBe(Math.abs(hash % partitionCount) + 1);
      }),
    );
  });
});
