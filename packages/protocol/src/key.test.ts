import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counterOf, type Key, keyOf, NO_KEY, PARTITION_ID_MAX, parseKey, partitionIdOf } from './key.ts';

describe('keys', () => {
  it('should begin where those of Camunda begin', () => {
    expect(keyOf(1, 1n)).toBe(2251799813685249n);
    expect(keyOf(2, 1n)).toBe(4503599627370497n);
  });

  it('should name their partition and counter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: PARTITION_ID_MAX }),
        fc.bigInt({ min: 1n, max: (1n << 51n) - 1n }),
        (partitionId, counter) => {
          const key = keyOf(partitionId, counter);
          expect(partitionIdOf(key)).toBe(partitionId);
          expect(counterOf(key)).toBe(counter);
          expect(parseKey(String(key))).toBe(key);
          expect(BigInt.asIntN(64, key)).toBe(key);
        },
      ),
    );
  });

  it('should belong to no partition when no partition assigned them', () => {
    expect(partitionIdOf(NO_KEY)).toBe(0);
    expect(partitionIdOf(17n as Key)).toBe(0);
  });

  it.each([
    ['-1', -1n],
    ['0', 0n],
    ['2251799813685249', 2251799813685249n],
    ['9223372036854775807', 9223372036854775807n],
    ['-9223372036854775808', -9223372036854775808n],
  ])('should read the text %s', (text, key) => {
    expect(parseKey(text)).toBe(key);
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '1.0',
    '1e3',
    '0x1',
    '--1',
    '9223372036854775808',
    '-9223372036854775809',
    '1'.repeat(20),
  ])('should refuse the text %j', (text) => {
    expect(parseKey(text)).toBeUndefined();
  });
});
