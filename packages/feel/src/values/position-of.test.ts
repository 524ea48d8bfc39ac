import fc from 'fast-check';
import { expect, it } from 'vitest';
import { positionOf } from './position-of.ts';

it('should find what indexOf finds, however long it is', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
  const repeated = fc.tuple(text, fc.integer({ min: 1, max: 60 })).map(([part, count]) => part.repeat(count));
  fc.assert(
    fc.property(repeated, repeated, text, (start, match, end) => {
      const whole = start + match + end;
      expect(positionOf(match, whole)).toBe(whole.indexOf(match));
      expect(positionOf(`${match}b`, whole)).toBe(whole.indexOf(`${match}b`));
    }),
  );
});
