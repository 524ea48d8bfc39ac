import { describe, expect, it } from 'vitest';
import { evaluate, feel, warningTypes } from '../../test/evaluate.ts';
import { compileExpression, FeelFunction } from '../index.ts';

const table = (cases: readonly (readonly [text: string, expected: string])[]) =>
  it.each(cases)('should evaluate %s to %s', (text, expected) => {
    expect(feel(text)).toBe(expected);
  });

describe('literals', () => {
  table([
    ['null', 'null'],
    ['true', 'true'],
    ['-3', '-3'],
    ['.5', '0.5'],
    ['1e3', '1000'],
    ['"a"', '"a"'],
    ['"\\"quoted\\" \\\\ \\u00e9\\U01F600"', '""quoted" \\ é😀"'],
    ['"\\d"', '"\\d"'],
    ['"a\nb"', '"a\nb"'],
    ['[1, "a", [null]]', '[1, "a", [null]]'],
    ['{a: 1, "b c": 2, d e: 3}', '{a:1, b c:2, d e:3}'],
    ['[1..3)', '[1..3)'],
    [']1..3]', '(1..3]'],
    ['@"2026-01-01"', '2026-01-01'],
    ['function(a, b) a', 'function(a, b)'],
  ]);
});

describe('operators', () => {
  table([
    ['1 + 2 * 3 - 4 / 2', '5'],
    ['(1 + 2) * 3', '9'],
    ['2 ** 3 ** 2', '64'],
    ['2 ** 0.5', '1.4142135623730951'],
    ['-2 ** 2', '4'],
    ['- (2 + 3)', '-5'],
    ['"a" + "b"', '"ab"'],
    ['1 < 2', 'true'],
    ['"a" < "b"', 'true'],
    ['[1, {a: 2}] = [1, {a: 2}]', 'true'],
    ['[1, 2] = [2, 1]', 'false'],
    ['{a: 1, b: 2} = {b: 2, a: 1}', 'true'],
    ['{a: 1} != {a: 2}', 'true'],
    ['@"PT60M" = @"PT1H"', 'true'],
    ['5 between 1 and 10', 'true'],
    ['5 between 6 and 10', 'false'],
    ['if 1 < 2 then "y" else "n"', '"y"'],
    ['1 instance of number', 'true'],
    ['"a" instance of number', 'false'],
    ['null instance of Any', 'false'],
    ['1 instance of Any', 'true'],
    ['null instance of null', 'true'],
    ['[1] instance of list', 'true'],
    ['[1, "a"] instance of list<number>', 'false'],
    ['{a: 1} instance of context<a: number>', 'true'],
    ['[1..2] instance of range', 'true'],
    ['[1..2] instance of range<number>', 'true'],
    ['["a".."b"] instance of range<number>', 'false'],
    ['(> 5) instance of range<number>', 'true'],
    ['[[1..2]] instance of list<range<number>>', 'true'],
    ['(function(r) r) instance of function<range<number>>->list<range<date>>', 'true'],
    ['[range < 3, range > 3]', '[null, null]'],
    ['{a: null} instance of context<a: string>', 'true'],
    ['(function() 1) instance of function', 'true'],
    ['@"PT1H" instance of days and time duration', 'true'],
    ['@"P1M" instance of years and months duration', 'true'],
    ['@"2026-01-01T10:00:00" instance of date and time', 'true'],
  ]);
});

describe('in', () => {
  table([
    ['5 in 5', 'true'],
    ['5 in (1, 5)', 'true'],
    ['5 in [1, 5]', 'true'],
    ['5 in [1..5]', 'true'],
    ['5 in [1..5)', 'false'],
    ['1 in ]1..5]', 'false'],
    ['5 in > 3', 'true'],
    ['5 in (< 3, > 10)', 'false'],
    ['5 in ([1..2], [4..6])', 'true'],
    ['"b" in ["a".."c"]', 'true'],
    ['5 in ? > 3 and ? < 6', 'true'],
    ['1 in [1, 2] and false', 'false'],
    ['null in (1, null)', 'true'],
  ]);

  it('should take a range from a variable', () => {
    expect(feel('{r: [1..3], a: 2 in r}.a')).toBe('true');
  });
});

describe('names', () => {
  it('should look into scopes from the inside out', () => {
    expect(feel('for x in [1, 2] return x + y', '{"x": 10, "y": 100}')).toBe('[101, 102]');
    expect(feel('{x: 1, y: {x: 2, z: x}}.y.z', '{"x": 10}')).toBe('2');
    expect(feel('[{x: 1}, {y: 2}][x = 1]', '{"x": 10}')).toBe('[{x:1}]');
    expect(feel('[{x: 1}, {y: 2}][x = 10]', '{"x": 10}')).toBe('[{y:2}]');
    expect(feel('{a: 1, b: a + 1, a b: b}', '{}')).toBe('{a:1, b:2, a b:2}');
  });

  it('should read names in backticks', () => {
    expect(feel('`a b` + c.`d-e`', '{"a b": 1, "c": {"d-e": 2}}')).toBe('3');
  });

  it('should leave words that are special elsewhere to variables', () => {
    const variables = '{"date": 1, "time": 2, "duration": 3, "list": 4, "order": {"date": 5}, "item": 6, "not": 7}';
    expect(feel('[date, time + 1, duration, list, order.date, item, not]', variables)).toBe('[1, 3, 3, 4, 5, 6, 7]');
    expect(feel('a-b', '{"a": 3, "b": 1}')).toBe('2');
  });

  it('should allow $ in names, and keywords as steps of a path', () => {
    expect(feel('$a + b.$c + b.if', '{"$a": 1, "b": {"$c": 2, "if": 3}}')).toBe('6');
    expect(feel('"$" + `$`', '{"$": "x"}')).toBe('"$x"');
  });

  it('should take names of the host as ordinary names', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype']) {
      expect(feel(name)).toBe('null');
      expect(feel(`{}.${name}`)).toBe('null');
      expect(feel(`"a".${name}`)).toBe('null');
      expect(feel(`[].${name}`)).toBe('[]');
      expect(feel(`(function() 1).${name}`)).toBe('null');
      expect(feel(`@"PT1H".${name}`)).toBe('null');
      expect(feel(`${name}()`)).toBe('null');
      expect(feel(`{${name}: 1}.${name}`)).toBe('1');
      expect(feel(name, `{"${name}": 2}`)).toBe('2');
    }
  });
});

describe('lists', () => {
  table([
    ['[1, 2, 3][1]', '1'],
    ['[1, 2, 3][-1]', '3'],
    ['[1, 2, 3][0]', 'null'],
    ['[1, 2, 3][4]', 'null'],
    ['[1, 2, 3][-4]', 'null'],
    ['[1, 2, 3][item > 1]', '[2, 3]'],
    ['[1, 2, 3][item > "a"]', '[]'],
    ['[1, 2, 3][count([1, 2])]', '2'],
    ['[{a: 1, b: 5}, {a: 2}][a > 1]', '[{a:2}]'],
    ['[{item: 1}, {item: 2}][item > 1]', '[{item:2}]'],
    ['[][1]', 'null'],
    ['[][item > 1]', '[]'],
    ['[{a: 1}, {a: 2}].a', '[1, 2]'],
    ['[[1, 2], [3]][1][2]', '2'],
  ]);
});

describe('iteration', () => {
  table([
    ['for i in 1..3 return i * 2', '[2, 4, 6]'],
    ['for i in 3..1 return i', '[3, 2, 1]'],
    ['for i in [1..3] return i', '[1, 2, 3]'],
    ['for i in (1..3) return i', '[2]'],
    ['for i in [1, 2], j in [3, 4] return i * j', '[3, 4, 6, 8]'],
    ['for i in 1..2, j in 1..i return j', '[1, 1, 2]'],
    ['for i in [] return i', '[]'],
    ['for i in 1..5 return if i < 3 then 1 else partial[-1] + partial[-2]', '[1, 1, 2, 3, 5]'],
    ['for i in 1..3 return count(partial)', '[0, 1, 2]'],
    ['for i in 1..3 return partial', '[[], [[]], [[], [[]]]]'],
    ['(for i in 1..3 return function() count(partial))[1]()', '0'],
    ['some i in [1, 2] satisfies i > 1', 'true'],
    ['some i in [1, null] satisfies i > 1', 'null'],
    ['some i in [] satisfies true', 'false'],
    ['every i in [1, 2] satisfies i > 0', 'true'],
    ['every i in [1, 2] satisfies i > 1', 'false'],
    ['every i in [] satisfies false', 'true'],
    ['some i in [1, 2], j in [2, 3] satisfies i = j', 'true'],
  ]);
});

describe('functions', () => {
  table([
    ['(function(a, b) a + b)(1, 2)', '3'],
    ['{f: function(a) a * 2, r: f(4)}.r', '8'],
    ['{f: function(a, b) a - b}.f(b: 1, a: 5)', '4'],
    ['{f: function(a, b) b}.f(a: 5)', 'null'],
    ['{f: function(a) a}.f(1, 2)', 'null'],
    ['{y: 1, f: function(a) a + y, g: f(2)}.g', '3'],
    ['[function(x) x][1](7)', '7'],
    ['substring(string: "abc", start position: 2)', '"bc"'],
    ['contains(match: "b", string: "abc")', 'true'],
    ['{count: function(l) "mine", a: count([1])}.a', '"mine"'],
  ]);

  it('should take a variable of the name of a built-in for no function', () => {
    expect(feel('count([1, 2])', '{"count": 5}')).toBe('2');
    expect(feel('[{count: 1}][count([1, 2]) = 2]')).toBe('[{count:1}]');
  });

  it('should call functions of the host', () => {
    const compiled = compileExpression('double(21)');
    const double = new FeelFunction(['n'], ([n]) => (typeof n === 'number' ? n * 2 : null));
    const variable = (name: string) => (name === 'double' ? double : undefined);
    expect(compiled.ok && compiled.expression.evaluate({ variable, nowMs: 0 })).toMatchObject({ value: 42 });
  });

  it('should allow the names and, or and function where Camunda does', () => {
    expect(feel('and([true, null])')).toBe('null');
    expect(feel('true and or([false, true])')).toBe('true');
    expect(feel('true and (false or true)')).toBe('true');
    expect(feel('[or(true, false), and(true, true)]')).toBe('[true, true]');
  });
});

describe('warnings', () => {
  it('should be kept up to their limit', () => {
    expect(warningTypes('for i in 1..1000 return missing')).toHaveLength(50);
  });

  it('should shorten long values', () => {
    const [warning] = evaluate('(for i in 1..1000 return i) + 1').warnings;
    expect(warning?.message.length).toBeLessThan(300);
  });
});

describe('comparisons as ranges', () => {
  table([
    ['(< 10)', '(< 10)'],
    ['[(< 10).start, (< 10).end, (< 10).start included, (< 10).end included]', '[null, 10, false, false]'],
    ['[(>= 10).start, (>= 10).end, (>= 10).start included, (>= 10).end included]', '[10, null, true, false]'],
    ['[(= 10).start, (= 10).end, (= 10).start included, (= 10).end included]', '[10, 10, true, true]'],
    ['(< 10) = (< 10)', 'true'],
    ['(< 10) = (<= 10)', 'false'],
    ['(= 10) = [10..10]', 'false'],
    ['{r: (> 5), s: [4 in r, 6 in r, "a" in r]}.s', '[false, true, null]'],
    ['6 in (> 5)', 'true'],
    ['6 in ((> 5) and (< 7))', 'true'],
    ['6 in [(> 5), (< 3)]', 'true'],
    ['distinct values([(> 5), (> 5), (>= 5)])', '[(> 5), (>= 5)]'],
    ['(> [1])', 'null'],
  ]);
});

describe('ranges in tests', () => {
  table([
    ['1 in [[2..4], [1..3]]', 'true'],
    ['5 in [[2..4], [1..3]]', 'false'],
    ['"a" in [[2..4]]', 'false'],
    ['5 in (null..10]', 'null'],
    ['null in [1..null)', 'null'],
  ]);
});

describe('loops over dates', () => {
  table([
    ['for d in @"2026-02-27"..@"2026-03-01" return d.day', '[27, 28, 1]'],
    ['for d in @"2026-03-01"..@"2026-02-27" return d.day', '[1, 28, 27]'],
    ['for d in [@"2026-02-27"..@"2026-03-01") return d.day', '[27, 28]'],
    ['some d in @"2026-01-01"..@"2026-01-31" satisfies d.weekday = 7', 'true'],
    ['for d in [@"2026-03-01"..@"2026-02-27"] return d', 'null'],
    ['for i in [2..1] return i', 'null'],
    ['for i in (1..4) return i', '[2, 3]'],
  ]);
});

describe('keywords as names', () => {
  table([
    ['for external in [1, 2] return external + 1', '[2, 3]'],
    ['for instance in [1, 2] return instance > 1 and instance < 3', '[false, true]'],
    ['(function(instance) [instance, instance instance of number])(1)', '[1, true]'],
    ['for between in [1] return between + 1', '[2]'],
    ['for some in [1] return [some, some = 1]', '[[1, true]]'],
    ['{every: 1, x: every + 1}.x', '2'],
    ['some x in [1] satisfies x = 1', 'true'],
    ['if .5 = 0.5 then 1 else 2', '1'],
    ['{if: 1, for: if + 1, both: if + for}.both', '3'],
  ]);
});

describe('types of parameters', () => {
  table([
    ['(function(a: number) a + 1)(1)', '2'],
    ['(function(a: number) a)("x")', 'null'],
    ['(function(a: number, b) [a, b])(null, "x")', '[null, "x"]'],
    ['(function(a: list<string>) count(a))(["x"])', '1'],
    ['(function(a: list<string>) count(a))([1])', 'null'],
    ['(function(a: context<x: number>) a.x)({x: 1})', '1'],
    ['(function(a: context<x: number>) a.x)({y: 1})', 'null'],
    ['(function(a: Any) a)("x")', '"x"'],
    ['(function(a: days and time duration) a)(@"PT1H")', 'PT1H'],
  ]);
});
