import { describe, expect, it } from 'vitest';
import { evaluate, feel } from '../../test/evaluate.ts';
import { compileExpression, dateTimeToEpochMs, isDateTime, toIsoString, typeNameOf } from '../index.ts';

describe('temporal values', () => {
  it.each([
    // reading
    ['@"2026-02-30"', 'null'],
    ['@"10:00:00Z"', '10:00:00Z'],
    ['@"T10:00:00"', '10:00:00'],
    ['@"10:00:00@Europe/Berlin"', '10:00:00@Europe/Berlin'],
    ['@"2026-01-01T10:00"', '2026-01-01T10:00:00'],
    ['@"2026-01-01T10:00:00.250+01:00"', '2026-01-01T10:00:00.25+01:00'],
    ['@"2026-01-01T10:00:00+01:00[Europe/Berlin]"', '2026-01-01T10:00:00@Europe/Berlin'],
    ['@"2026-01-01T10:00:00@Nowhere/City"', 'null'],
    ['@"2026-01-01T24:00:00"', '2026-01-02T00:00:00'],
    ['@"2026-01-01T24:00:01"', 'null'],
    ['time("24:00:00")', '00:00:00'],
    ['time("24:01:00")', 'null'],
    ['@"2026-01-01T10:00:00+19:00"', 'null'],
    ['@"2026-01-01T10:00:00@+19:00"', 'null'],
    ['@"2026-01-01T10:00:00+01:00@Europe/Berlin"', 'null'],
    ['@"-2021-01-01"', '-2021-01-01'],
    ['@"12021-01-01"', '+12021-01-01'],
    ['@"12021-01-01T10:00:00"', '12021-01-01T10:00:00'],
    ['@"-2021-01-01T10:00:00Z"', '-2021-01-01T10:00:00Z'],
    ['@"2021-01-02T10:10:10+01:00" - @"2021-01-01"', 'P1DT9H10M10S'],
    ['@"2021-01-02" - @"2021-01-01T10:10:10+11:00"', 'P1DT49M50S'],
    ['@"2021-01-02" - @"2021-01-01T10:10:10"', 'null'],
    ['@"P1DT2H3M4.5S"', 'P1DT2H3M4.5S'],
    ['@"PT36H"', 'P1DT12H'],
    ['@"-P1Y"', '-P1Y'],
    ['@"P"', 'null'],
    ['@"PT"', 'null'],
    // arithmetic
    ['@"2026-01-31" + @"P1M"', '2026-02-28'],
    ['@"P1D" + @"2026-01-31"', '2026-02-01'],
    ['@"2026-01-31" + @"PT36H"', '2026-02-01'],
    ['@"2026-01-31" - @"PT1H"', '2026-01-30'],
    ['@"2026-03-01" - @"PT24H"', '2026-02-28'],
    ['@"0001-01-01" + @"P400D"', '0002-02-05'],
    ['@"-0001-03-01" - @"P1D"', '-0001-02-28'],
    ['@"2026-01-31" + @"P999999999D"', 'null'],
    ['date("2026-01-31") + duration(from: "P1D")', '2026-02-01'],
    ['@"2026-01-01" - @"PT1H"', '2025-12-31'],
    ['@"2026-01-02" - @"2026-01-01"', 'P1D'],
    ['@"2026-01-01T10:00:00" + @"PT1H"', '2026-01-01T11:00:00'],
    ['@"2026-01-01T10:00:00@Europe/Berlin" - @"2026-01-01T10:00:00Z"', '-PT1H'],
    ['@"2026-03-28T10:00:00@Europe/Berlin" + @"P1D"', '2026-03-29T11:00:00@Europe/Berlin'],
    ['@"2026-02-28T10:00:00@Europe/Berlin" + @"P1M"', '2026-03-28T10:00:00@Europe/Berlin'],
    ['@"2026-01-01T10:00:00Z" - @"2026-01-01T10:00:00"', 'null'],
    ['@"23:30:00" + @"PT1H"', '00:30:00'],
    ['@"01:00:00" - @"PT2H"', '23:00:00'],
    ['@"10:00:00" - @"12:00:00"', '-PT2H'],
    ['@"10:00:00+02:00" - @"10:00:00Z"', '-PT2H'],
    ['@"P1Y" - @"P2M"', 'P10M'],
    ['@"PT1H" * 1.5', 'PT1H30M'],
    ['3 * @"P1M"', 'P3M'],
    ['@"PT1H" / 2', 'PT30M'],
    ['@"PT1H" / @"PT30M"', '2'],
    ['@"P1Y" / @"P5M"', '2.4'],
    ['@"PT1H" / 0', 'null'],
    ['-@"PT1H"', '-PT1H'],
    ['@"P1M" + @"P1D"', 'null'],
    ['@"2026-01-01" + @"P999999Y"', 'null'],
    // comparison
    ['@"2026-01-01" < @"2026-01-02"', 'true'],
    ['@"2026-01-01T10:00:00Z" < @"2026-01-01T10:30:00+01:00"', 'false'],
    ['@"2026-01-01T10:00:00Z" = @"2026-01-01T11:00:00+01:00"', 'false'],
    ['@"2026-01-01" = @"2026-01-01T00:00:00"', 'null'],
    ['@"10:00:00" < @"10:00:00Z"', 'null'],
    ['@"P1Y" = @"P12M"', 'true'],
    ['@"P1M" < @"P40D"', 'null'],
    // properties
    ['@"2026-01-01".weekday', '4'],
    ['[@"2026-03-04".year, @"2026-03-04".month, @"2026-03-04".day]', '[2026, 3, 4]'],
    ['@"2026-01-01T10:11:12@Europe/Berlin".timezone', '"Europe/Berlin"'],
    ['@"2026-01-01T10:11:12+01:00".timezone', 'null'],
    ['@"2026-07-01T10:11:12@Europe/Berlin".time offset', 'PT2H'],
    ['@"10:11:12".time offset', 'null'],
    ['@"10:11:12".minute', '11'],
    ['[@"-PT25H".days, @"-PT25H".hours]', '[-1, -1]'],
    ['[@"P14M".years, @"P14M".months]', '[1, 2]'],
    ['[1..3).end included', 'false'],
    ['[1..3].start', '1'],
  ])('should evaluate %s to %s', (text, expected) => {
    expect(feel(text)).toBe(expected);
  });

  it('should take now from the context, in its zone', () => {
    const compiled = compileExpression('now()');
    const result =
      compiled.ok &&
      compiled.expression.evaluate({ variable: () => undefined, nowMs: 1_767_225_600_000, timeZone: 'Europe/Berlin' });
    if (result === false || !result.ok || !isDateTime(result.value)) throw new Error('Expected a date and time');
    expect(toIsoString(result.value)).toBe('2026-01-01T01:00:00+01:00[Europe/Berlin]');
    expect(dateTimeToEpochMs(result.value)).toBe(1_767_225_600_000);
  });

  it('should tell the epoch of a local date and time in a zone', () => {
    const result = evaluate('@"2026-07-01T12:00:00"');
    if (!result.ok || !isDateTime(result.value)) throw new Error('Expected a date and time');
    expect(dateTimeToEpochMs(result.value) - dateTimeToEpochMs(result.value, 'Europe/Berlin')).toBe(2 * 3_600_000);
  });

  it.each([
    ['null', 'NULL'],
    ['true', 'BOOLEAN'],
    ['1', 'NUMBER'],
    ['1/3', 'NUMBER'],
    ['""', 'STRING'],
    ['[]', 'ARRAY'],
    ['{}', 'OBJECT'],
    ['@"2026-01-01"', 'DATE'],
    ['@"2026-01-01T10:00:00"', 'DATE_TIME'],
    ['now()', 'DATE_TIME'],
    ['@"10:00:00"', 'TIME'],
    ['@"PT1H"', 'DURATION'],
    ['@"P1M"', 'PERIOD'],
    ['[1..2]', 'RANGE'],
    ['function() 1', 'FUNCTION'],
  ])('should name the type of %s %s', (text, expected) => {
    const result = evaluate(text);
    expect(result.ok && typeNameOf(result.value)).toBe(expected);
  });
});
