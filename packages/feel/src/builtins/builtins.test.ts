import { describe, expect, it } from 'vitest';
import { evaluate, feel, warningTypes } from '../../test/evaluate.ts';
import { namesWithSpaces } from '../syntax/names-with-spaces.ts';
import { builtins } from './builtins.ts';

/** At least one example of every built-in; the last test checks that none is missing. */
const examples = {
  boolean: [
    ['not(true)', 'false'],
    ['not(null)', 'null'],
    ['is defined(null)', 'false'],
    ['is defined(missing.key)', 'false'],
    ['is defined(1)', 'true'],
    ['get or else(null, 2)', '2'],
    ['get or else(1, 2)', '1'],
    ['assert(1, true)', '1'],
    ['assert(1, true, "cause")', '1'],
  ],
  string: [
    ['substring("foobar", 3)', '"obar"'],
    ['substring("foobar", 3, 3)', '"oba"'],
    ['substring("foobar", -2, 1)', '"a"'],
    ['substring("foobar", 3, 100)', '"obar"'],
    ['string length("foo")', '3'],
    ['upper case("aBc")', '"ABC"'],
    ['lower case("aBc")', '"abc"'],
    ['substring before("foobar", "bar")', '"foo"'],
    ['substring before("foobar", "xyz")', '""'],
    ['substring after("foobar", "ob")', '"ar"'],
    ['substring after("foobar", "xyz")', '""'],
    ['contains("foobar", "of")', 'false'],
    ['starts with("foobar", "fo")', 'true'],
    ['ends with("foobar", "r")', 'true'],
    ['trim("  a b ")', '"a b"'],
    ['is blank("  ")', 'true'],
    ['string length(uuid())', '36'],
    ['to base64("FEEL ü")', '"RkVFTCDDvA=="'],
    ['from base64("RkVFTCDDvA==")', '"FEEL ü"'],
    ['from base64("?")', 'null'],
  ],
  pattern: [
    ['matches("foobar", "^fo*bar")', 'true'],
    ['matches("FOO", "foo")', 'false'],
    ['matches("FOO", "foo", "i")', 'true'],
    ['matches("a", "(")', 'null'],
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '"[1=ab][2=]cd"'],
    ['replace("aaa", "A", "b", "i")', '"bbb"'],
    ['split("John Doe", "\\s")', '["John", "Doe"]'],
    ['split("a;b;c;;", ";")', '["a", "b", "c", "", ""]'],
    ['split("abc", "")', '["a", "b", "c", ""]'],
    ['extract("references are 1234, 1256", "12[0-9]*")', '["1234", "1256"]'],
  ],
  numeric: [
    ['decimal(1/3, 2)', '0.33'],
    ['decimal(1.5, 0)', '2'],
    ['decimal(2.5, 0)', '2'],
    ['decimal(2.5, 0, "half_up")', '3'],
    ['decimal(2.5, 0, "no mode")', 'null'],
    ['decimal(1234, -2)', '1200'],
    ['floor(-1.5)', '-2'],
    ['floor(-1.56, 1)', '-1.6'],
    ['ceiling(1.5)', '2'],
    ['ceiling(-1.56, 1)', '-1.5'],
    ['round up(5.5, 0)', '6'],
    ['round up(-1.126, 2)', '-1.13'],
    ['round down(-5.5, 0)', '-5'],
    ['round half up(5.5, 0)', '6'],
    ['round half down(5.5, 0)', '5'],
    ['abs(-10)', '10'],
    ['abs(number: -1.5)', '1.5'],
    ['abs(@"-PT5H")', 'PT5H'],
    ['abs(@"-P2M")', 'P2M'],
    ['modulo(12, 5)', '2'],
    ['modulo(-12, 5)', '3'],
    ['modulo(12, -5)', '-3'],
    ['modulo(10.1, 4.5)', '1.1'],
    ['modulo(1, 0)', 'null'],
    ['sqrt(16)', '4'],
    ['sqrt(-1)', 'null'],
    ['log(1)', '0'],
    ['log(0)', 'null'],
    ['exp(0)', '1'],
    ['odd(5)', 'true'],
    ['odd(2.5)', 'false'],
    ['even(-2)', 'true'],
    ['random number() < 1', 'true'],
  ],
  list: [
    ['list contains([1, 2, null], null)', 'true'],
    ['count([1, 2])', '2'],
    ['min([3, 1, 2])', '1'],
    ['min(3, 1, 2)', '1'],
    ['min([])', 'null'],
    ['min([1, "a"])', 'null'],
    ['max("a", "c", "b")', '"c"'],
    ['sum([1, 2, 3])', '6'],
    ['sum(0.1, 0.2)', '0.3'],
    ['sum([])', 'null'],
    ['sum([1, "a"])', 'null'],
    ['product([2, 3, 4])', '24'],
    ['mean([1, 2])', '1.5'],
    ['median(8, 2, 5, 3, 4)', '4'],
    ['median([6, 1, 2, 3])', '2.5'],
    ['stddev(2, 4, 7, 5)', '2.0816659994661326'],
    ['mode(6, 3, 9, 6, 6)', '[6]'],
    ['mode([6, 1, 9, 6, 1])', '[1, 6]'],
    ['all([true, false])', 'false'],
    ['all([true, null])', 'null'],
    ['and([false, null])', 'false'],
    ['any([false, true])', 'true'],
    ['or([false, null])', 'null'],
    ['sublist([1, 2, 3], 2)', '[2, 3]'],
    ['sublist([1, 2, 3], -2, 1)', '[2]'],
    ['sublist([1], 0)', 'null'],
    ['append([1], 2, 3)', '[1, 2, 3]'],
    ['append([1], [2])', '[1, [2]]'],
    ['concatenate([1, 2], [3])', '[1, 2, 3]'],
    ['insert before([1, 3], 2, 2)', '[1, 2, 3]'],
    ['insert before([1, 3], -1, 2)', '[1, 2, 3]'],
    ['list replace([1, 2, 3], 2, 9)', '[1, 9, 3]'],
    ['remove([1, 2, 3], 2)', '[1, 3]'],
    ['reverse([1, 2, 3])', '[3, 2, 1]'],
    ['index of([1, 2, 3, 2], 2)', '[2, 4]'],
    ['union([1, 2], [2, 3])', '[1, 2, 3]'],
    ['distinct values([1, 2, 1, "1", {a: 1}, {a: 1}, null])', '[1, 2, "1", {a:1}, null]'],
    ['duplicate values([1, 2, 1, {a: [1]}, {a: [1]}])', '[1, {a:[1]}]'],
    ['flatten([[1, 2], [[3]], 4])', '[1, 2, 3, 4]'],
    ['sort([3, 1, 2], function(a, b) a > b)', '[3, 2, 1]'],
    ['sort([3, 1, 2])', '[1, 2, 3]'],
    ['sort([1, 2], function(a, b) a)', 'null'],
    ['string join(["a", null, "b"])', '"ab"'],
    ['string join(["a", "b"], ", ")', '"a, b"'],
    ['string join(["a", "b"], ", ", "[", "]")', '"[a, b]"'],
    ['is empty([])', 'true'],
    ['partition([1, 2, 3], 2)', '[[1, 2], [3]]'],
    ['partition([1], 0)', 'null'],
  ],
  context: [
    ['get value({a: 1}, "a")', '1'],
    ['get value({a: 1}, "b")', 'null'],
    ['get value({a: {b: 1}}, ["a", "b"])', '1'],
    ['get value({a: 1}, [])', 'null'],
    ['get entries({a: 1})', '[{key:"a", value:1}]'],
    ['context put({a: 1}, "b", 2)', '{a:1, b:2}'],
    ['context put({a: 1}, ["a", "b"], 2)', '{a:{b:2}}'],
    ['put({}, "b", 2)', '{b:2}'],
    ['context merge({a: 1}, {b: 2, a: 3})', '{a:3, b:2}'],
    ['context merge([{a: 1}, {b: 2}])', '{a:1, b:2}'],
    ['put all({a: 1})', '{a:1}'],
    ['context([{key: "a", value: 1}])', '{a:1}'],
    ['context([{key: 1, value: 1}])', 'null'],
  ],
  conversion: [
    ['string(1.10)', '"1.1"'],
    ['string(null)', 'null'],
    ['string({a: "b", c: [@"P1D"]})', '"{a:"b", c:[P1D]}"'],
    ['string(1/3)', '"0.3333333333333333333333333333333333"'],
    ['string(1e21)', '"1000000000000000000000"'],
    ['number("1500.5")', '1500.5'],
    ['number("1 500", " ")', '1500'],
    ['number("1.500,5", ".", ",")', '1500.5'],
    ['number("x")', 'null'],
    ['number("1", ".", ".")', 'null'],
    ['date("2018-04-29")', '2018-04-29'],
    ['date("2018-02-30")', 'null'],
    ['date(2012, 12, 25)', '2012-12-25'],
    ['date(date and time("2012-12-25T11:00:00"))', '2012-12-25'],
    ['time("12:00:00")', '12:00:00'],
    ['time("12:00")', '12:00:00'],
    ['time(date and time("2012-12-25T11:00:00Z"))', '11:00:00Z'],
    ['time(14, 30, 0.5)', '14:30:00.5'],
    ['time(23, 59, 0, duration("PT2H"))', '23:59:00+02:00'],
    ['time(25, 0, 0)', 'null'],
    ['date and time("2018-04-29T009:30:00")', 'null'],
    ['date and time("2018-04-29")', '2018-04-29T00:00:00'],
    ['date and time(date("2012-12-24"), time("T23:59:00"))', '2012-12-24T23:59:00'],
    ['date and time(date("2012-12-24"), time("23:59:00@Europe/Berlin"))', '2012-12-24T23:59:00@Europe/Berlin'],
    [
      'date and time(date and time("2020-07-31T14:27:30@Europe/Berlin"), "America/Los_Angeles")',
      '2020-07-31T05:27:30@America/Los_Angeles',
    ],
    ['date and time(date and time("2020-07-31T14:27:30"), "Z")', '2020-07-31T14:27:30Z'],
    ['duration("P5D")', 'P5D'],
    ['duration("P32Y14M")', 'P33Y2M'],
    ['duration("P1Y5D")', 'null'],
    ['years and months duration(date("2011-12-22"), date("2013-08-24"))', 'P1Y8M'],
    ['years and months duration(from: date("2013-08-24"), to: date("2011-12-22"))', '-P1Y8M'],
    ['from json("{\\"a\\": [1, null]}")', '{a:[1, null]}'],
    ['from json("{")', 'null'],
    ['to json({a: @"2026-01-01", b: [1, "x"]})', '"{"a":"2026-01-01","b":[1,"x"]}"'],
  ],
  temporal: [
    ['now()', '2026-01-01T00:00:00Z'],
    ['today()', '2026-01-01'],
    ['day of week(date("2019-09-17"))', '"Tuesday"'],
    ['day of year(date("2019-09-17"))', '260'],
    ['week of year(date("2019-09-17"))', '38'],
    ['week of year(date("2005-01-01"))', '53'],
    ['month of year(date and time("2019-09-17T00:00:00"))', '"September"'],
    ['last day of month(date("2024-02-01"))', '2024-02-29'],
  ],
  range: [
    ['before(1, 10)', 'true'],
    ['before([1..5), 5)', 'true'],
    ['before([1..5], [5..9])', 'false'],
    ['after(10, [1..5])', 'true'],
    ['after((5..9], [1..5])', 'true'],
    ['meets([1..5], [5..10])', 'true'],
    ['meets([1..5), [5..10])', 'false'],
    ['met by([5..10], [1..5])', 'true'],
    ['overlaps([5..10], [1..6])', 'true'],
    ['overlaps((5..8], [1..5])', 'false'],
    ['overlaps before([1..5], [4..10])', 'true'],
    ['overlaps after([4..10], [1..5])', 'true'],
    ['finishes(5, [1..5])', 'true'],
    ['finishes([3..5], [1..5])', 'true'],
    ['finished by([1..5], 5)', 'true'],
    ['finished by([1..5], [3..5])', 'true'],
    ['includes([5..10], 6)', 'true'],
    ['includes([1..10], [4..6])', 'true'],
    ['during(5, [1..10])', 'true'],
    ['during([4..6], (6..10])', 'false'],
    ['starts(1, [1..5])', 'true'],
    ['starts([1..5], [1..10])', 'true'],
    ['started by([1..10], 1)', 'true'],
    ['started by([1..10], [1..5])', 'true'],
    ['coincides([1..5], [1..5])', 'true'],
    ['coincides(3, 4)', 'false'],
    ['before(point: @"2026-01-01", range: [@"2026-02-01"..@"2026-03-01"])', 'true'],
    ['before(1, "a")', 'null'],
  ],
  engine: [
    ['cycle(3, duration("PT1H"))', '"R3/PT1H"'],
    ['cycle(duration("P1M"))', '"R/P1M"'],
    ['cycle(null, @"PT1H")', '"R/PT1H"'],
    ['cycle(repetitions: 2, interval: @"P1D")', '"R2/P1D"'],
    ['fromAi(1)', '1'],
    ['fromAi({a: 1}.a, "description", "number", {type: "number"}, {required: true})', '1'],
    ['fromAi(value: 1, type: "number")', '1'],
  ],
} as const;

describe.each(Object.entries(examples))('%s built-ins', (_section, cases) => {
  it.each(cases as readonly (readonly [string, string])[])('should evaluate %s to %s', (text, expected) => {
    expect(feel(text)).toBe(expected);
  });
});

describe('the table of built-ins', () => {
  it('should have an example of each', () => {
    const texts = Object.values(examples).flatMap((cases) => cases.map(([text]) => text));
    const missing = [...builtins.keys()].filter((name) => !texts.some((text) => text.includes(`${name}(`)));
    expect(missing).toEqual([]);
  });

  it('should agree with the names the parser knows', () => {
    const properties = ['time offset', 'start included', 'end included'];
    const spaced = [...builtins.keys()].filter((name) => name.includes(' '));
    expect([...namesWithSpaces].sort()).toEqual([...spaced, ...properties].sort());
  });
});

describe('random values', () => {
  it('should repeat for the same time, and differ within an evaluation', () => {
    expect(feel('[random number(), uuid()]')).toBe(feel('[random number(), uuid()]'));
    expect(feel('random number() = random number()')).toBe('false');
    expect(feel('uuid()')).toMatch(/^"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"$/);
  });
});

describe('a failed call', () => {
  it('should be null plus a warning', () => {
    expect(warningTypes('number("x")')).toEqual(['FUNCTION_INVOCATION_FAILURE']);
    expect(evaluate('matches("a", "(a)\\1")').warnings[0]?.message).toBe(
      "Failed to invoke function 'matches': Invalid pattern '(a)\\1': Backreferences are not supported at position 5",
    );
  });
});
