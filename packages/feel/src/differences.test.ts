import { describe, expect, it } from 'vitest';
import { evaluate, evaluateTests, feel, printed, warningTypes } from '../test/evaluate.ts';
import { compileExpression } from './index.ts';

/** What docs/differences.md says of FEEL, in its order; behind each example what Camunda 8.9 gives. */
describe('differences from Camunda', () => {
  it.each([
    // Durations
    ['duration("P1D") / duration("P4D")', '0.25'], // 0
    ['@"P1D" * 0.5', 'PT12H'], // P0D
    ['@"P10D" / 4', 'P2DT12H'],
    ['string(@"PT1.5S")', '"PT1.5S"'], // "PT1S"
    ['-@"PT1H"', '-PT1H'], // null
    ['@"10:00:00Z" - @"08:00:00Z"', 'PT2H'], // -PT2H
    ['@"2026-01-02T10:00:00Z" - @"2026-01-01"', 'P1DT10H'], // null
    // What Java throws
    ['modulo(5, 0)', 'null'], // the evaluation fails, as all of these
    ['log(0)', 'null'],
    ['exp(1000)', 'null'],
    ['stddev(1)', 'null'],
    ['overlaps(1, 2)', 'null'],
    ['substring("bee", 9)', '""'],
    ['date and time(@"2026-01-01T10:00:00Z", "nowhere")', 'null'],
    // Texts
    ['"\\u00e4"', '"ä"'], // the six characters
    // What is read
    ['for x in [1, 2], y in [x] return x * y', '[1, 4]'], // [null, null]
    ['2 between count([1]) and 3', 'true'],
    ['some x in for y in [1] return y satisfies x = 1', 'true'], // refused, as all below
    ['1 < 2 = true', 'true'],
    ['(function(x) x + 1)(1)', '2'],
    ['[1] instance of list<number>', 'true'],
    ['@"PT1H" instance of day-time-duration', 'true'],
    ['@"2026-01-01T10:00:00" instance of date time', 'true'],
    ['3 in [1, 2] and true', 'false'], // null
    ['{r: [1..3]}.r', '[1..3]'], // null
    ['for i in [1..3] return i', '[1, 2, 3]'], // refused
    ['for x in [], y in 5 return x', '[]'], // null
    ['[1, (2..3)]', '[1, (2..3)]'],
    // Otherwise
    ['string(1.50 + 2.50)', '"4"'], // "4.00"
    ['string(decimal(4, 2))', '"4.00"'], // the same
    ['round up(1, -2)', '100'], // 1E+2
    ['log(3)', '1.0986122886681096'], // …098
    ['now()', '2026-01-01T00:00:00Z'], // with the zone of the server
    ['to json(@"P1D")', '""P1D""'], // "PT24H"
    ['substring("bee", 0)', 'null'], // ""
    ['date and time("2026-01-01T10:00:00@GMT+2")', 'null'], // with the zone GMT+02:00
    ['duration("p1d")', 'null'], // P1D
    ['duration("+P1D")', 'null'], // P1D
    ['@"999999999-12-31"', 'null'], // that day
    ['coincides(1, [1..3])', 'null'], // false
  ])('should evaluate %s to %s', (text, expected) => {
    expect(feel(text)).toBe(expected);
  });

  it.each([
    ['not(true)', 'false', 'true'], // false, whatever the input
    ['1, true', '0', 'null'], // true, whatever the input
    ['= 3', '3', 'true'], // refused
  ])('should evaluate the tests %s of %s to %s', (tests, input, expected) => {
    expect(printed(evaluateTests(tests, input))).toBe(expected);
  });

  it('should warn of a literal that is none', () => {
    expect(warningTypes('@"2026-02-30"')).toEqual(['FUNCTION_INVOCATION_FAILURE']);
    expect(warningTypes('date("2026-02-30")')).toEqual(['FUNCTION_INVOCATION_FAILURE']);
  });

  it('should say what is wrong with a pattern', () => {
    expect(evaluate('matches("bee", "[")').warnings[0]?.message).toBe(
      "Failed to invoke function 'matches': Invalid pattern '[': Unclosed character class at position 2",
    );
  });

  it('should refuse a call of several words that is no function', () => {
    expect(compileExpression('remove duplicates([1])').ok).toBe(false);
  });

  it('should refuse a range with reversed brackets behind a comma', () => {
    expect(compileExpression('[1, ]2..3[]').ok).toBe(false);
  });

  it('should take 400 operators in a row', () => {
    const row = (count: number) => compileExpression(Array(count).fill('x').join(' and '));
    expect(row(400).ok).toBe(true);
    expect(row(1_000)).toMatchObject({ ok: false, message: expect.stringContaining('400 operators') });
  });
});
