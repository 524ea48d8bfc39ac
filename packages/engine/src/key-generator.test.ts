import { keyOf, NO_KEY } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { KeyGenerator } from './key-generator.ts';

describe('KeyGenerator', () => {
  it('should begin with the first key of its partition', () => {
    expect([1, 2].map((partitionId) => new KeyGenerator(partitionId).next())).toEqual([
      2251799813685249n,
      4503599627370497n,
    ]);
  });

  it('should give no key again that the log holds', () => {
    // given
    const keys = new KeyGenerator(3);

    // when
    keys.advancePast(keyOf(3, 10n));
    keys.advancePast(keyOf(3, 4n));

    // then
    expect(keys.next()).toBe(keyOf(3, 11n));
  });

  it('should not care for keys of other partitions', () => {
    const keys = new KeyGenerator(3);
    keys.advancePast(keyOf(4, 10n));
    keys.advancePast(keyOf(2, 10n));
    keys.advancePast(NO_KEY);
    expect(keys.next()).toBe(keyOf(3, 1n));
  });

  it('should go back to where it was', () => {
    const keys = new KeyGenerator(1);
    keys.next();
    const { counter } = keys;
    const undone = keys.next();
    keys.reset(counter);
    expect(keys.next()).toBe(undone);
  });
});
