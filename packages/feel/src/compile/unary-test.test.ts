import { describe, expect, it } from 'vitest';
import { evaluateTests, printed } from '../../test/evaluate.ts';

describe('unary tests', () => {
  it.each([
    ['-', '1', 'true'],
    ['5', '5', 'true'],
    ['5', '6', 'false'],
    ['"a", "b"', '"b"', 'true'],
    ['"a"', '1', 'null'],
    ['null', 'null', 'true'],
    ['true', 'true', 'true'],
    ['true', 'false', 'false'],
    ['false', 'false', 'true'],
    ['false', 'true', 'false'],
    ['< 5', '4', 'true'],
    ['< 5', 'null', 'null'],
    ['> 1, < -1', '0', 'false'],
    ['= 3', '3', 'true'],
    ['!= 3', '3', 'false'],
    ['[1..3]', '3', 'true'],
    ['(1..3)', '3', 'false'],
    ['[@"2026-01-01"..@"2026-12-31"]', '@"2026-05-01"', 'true'],
    ['[1, 2, 3]', '2', 'true'],
    ['[1, 2, 3]', '4', 'false'],
    ['[1, 2]', '[1, 2]', 'true'],
    ['not(1, 2)', '3', 'true'],
    ['not("a")', '"a"', 'false'],
    ['not(< 5)', 'null', 'null'],
    ['["a"..2]', '1', 'null'],
    ['[]', '1', 'false'],
    ['1 > 2', '3', 'false'],
    ['? > 3 and ? < 6', '5', 'true'],
    ['? > "a"', '5', 'null'],
    ['contains(?, "x")', '"axb"', 'true'],
    ['x', '7', 'true'],
    ['x + 1', '7', 'false'],
    ['> x', '8', 'true'],
    ['list contains(l, ?)', '2', 'true'],
    ['odd(x)', '"anything"', 'true'],
  ])('should decide %s for %s as %s', (text, input, expected) => {
    expect(printed(evaluateTests(text, input, '{"x": 7, "l": [1, 2]}'))).toBe(expected);
  });

  it.each([
    ['[1..2]', '"a"', ["NOT_COMPARABLE: Can't compare '\"a\"' with '1' and '2'"]],
    ['[]', '1', ["NOT_COMPARABLE: Can't compare '1' with '[]'"]],
    [
      'not(1)',
      '"a"',
      ["NOT_COMPARABLE: Can't compare '\"a\"' with '1'", "INVALID_TYPE: Expected boolean but found 'null'"],
    ],
  ])('should say why %s says nothing about %s', (text, input, expected) => {
    const warnings = evaluateTests(text, input).warnings.map(({ type, message }) => `${type}: ${message}`);
    expect(warnings).toEqual(expected);
  });
});
