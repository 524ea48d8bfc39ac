import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feel } from '../../test/evaluate.ts';
import {
  addNumbers,
  canonical,
  divideNumbers,
  FeelDecimal,
  multiplyNumbers,
  numberToText,
  parseNumber,
  subtractNumbers,
} from './number.ts';
import type { FeelNumber } from './value.ts';

describe('numbers', () => {
  it.each([
    ['0.1 + 0.2 = 0.3', 'true'],
    ['0.1 + 0.2', '0.3'],
    ['1.1 * 3', '3.3'],
    ['1 - 0.9', '0.1'],
    ['0.3 / 0.1', '3'],
    ['9007199254740993 + 0', '9007199254740993'],
    ['9007199254740992 + 1', '9007199254740993'],
    ['9007199254740991 * 9007199254740991', '81129638414606663681390495662081'],
    ['9223372036854775807 + 1', '9223372036854775808'],
    ['9007199254740993 = 9007199254740992', 'false'],
    ['9007199254740993 > 9007199254740992', 'true'],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['1 / 3 * 3 = 1', 'false'],
    ['2 / 3', '0.6666666666666666666666666666666667'],
    ['1e3000 * 1e3000', '1E+6000'],
    ['1e6000 * 1e6000', 'null'],
    ['1e-7', '0.0000001'],
    ['1e-400', '1E-400'],
    ['0e5', '0'],
    ['0 * -1', '0'],
    ['-0', '0'],
    ['1.0 = 1', 'true'],
    ['99999999999999999999.5 - 0.5', '99999999999999999999'],
  ])('should compute %s as %s', (text, expected) => {
    expect(feel(text)).toBe(expected);
  });

  it('should give the same, short or long way', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, scale]) => parseNumber(new FeelDecimal(digits).div(new FeelDecimal(10).pow(scale)).toFixed()));
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        if (left === undefined || right === undefined) return;
        const [a, b] = [new FeelDecimal(left), new FeelDecimal(right)];
        const text = (value: FeelNumber | undefined) => (value === undefined ? 'none' : numberToText(value));
        expect(text(addNumbers(left, right))).toBe(text(canonical(a.plus(b))));
        expect(text(subtractNumbers(left, right))).toBe(text(canonical(a.minus(b))));
        expect(text(multiplyNumbers(left, right))).toBe(text(canonical(a.times(b))));
        if (right !== 0) expect(text(divideNumbers(left, right))).toBe(text(canonical(a.div(b))));
      }),
      { numRuns: 2_000 },
    );
  });
});
