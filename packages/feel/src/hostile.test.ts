import { describe, expect, it } from 'vitest';
import { evaluate, evaluateTests, feel, printed } from '../test/evaluate.ts';
import { compileExpression, compileUnaryTests, fromJsonText } from './index.ts';

/** Alone the slowest takes about 100 ms; this only tells a budget from a hang on a machine busy with other work. */
const timeMaxMs = 2_000;

const many = 'string join(for i in 1..20000 return "a")';

describe('an expression without end', () => {
  it.each([
    // Loops and ranges.
    'for i in 1..1000000000 return i',
    'for i in 1000000000..1 return i',
    'for i in -1e30..1e30 return i',
    'for i in 0.1..1000000000 return i',
    'some i in 1..1000000000 satisfies false',
    'every i in 1..1000000000 satisfies true',
    'for i in 1..1000, j in 1..1000, k in 1..1000 return i',
    'for day in @"-200000-01-01"..@"200000-12-31" return day',
    'for day in [@"0001-01-01"..@"9999-12-31"] return day',
    'for i in 1..1000000 return missing',
    // Numbers.
    'for i in 1..1000000 return 0.1234567890123 * i / 7',
    'for i in 1..1000000 return 1.0001 ** 100000',
    'for i in 1..1000000 return modulo(1e6000, 3)',
    'for i in 1..1000000 return decimal(1 / 3, 20)',
    'product(for i in 1..400000 return 1.1)',
    // Values of other types.
    'for i in 1..1000000 return {a: i, b: [i]}',
    'for i in 1..1000000 return function(x) x',
    'for i in 1..1000000 return date("2020-01-01")',
    'for i in 1..1000000 return date and time("2020-01-01T10:00:00@Europe/Berlin")',
    'for i in 1..1000000 return now() + @"PT1H"',
    'for i in 1..1000000 return uuid()',
    'for i in 1..1000000 return to base64("abcdef")',
    // Functions that call themselves.
    '(function(f) f(f))(function(f) f(f))',
    '{down: function(f, n) 1 + f(f, n - 1), result: down(down, 1000)}.result',
    '{fork: function(f, n) if n = 0 then 0 else f(f, n - 1) + f(f, n - 1), result: fork(fork, 60)}.result',
    'sort(for i in 1..100000 return modulo(i * 7919, 100003), function(a, b) a > b)',
    'sort(for i in 1..3000 return i, function(a, b) count(for j in 1..1000 return j) > 0)',
    // Strings that grow.
    'for i in 1..40 return if i = 1 then "abcdefghij" else partial[-1] + partial[-1]',
    'for i in 1..1000 return string join(for j in 1..1000 return "0123456789", "----------")',
    'string join(for i in 1..100000 return "0", string join(for i in 1..10000 return "0123456789"))',
    `for i in 1..100 return replace(${many}, "a", "${'a'.repeat(50)}")`,
    `replace(${many}, "(.)", "${'$1'.repeat(500)}")`,
    'string(for i in 1..30 return [partial[-1], partial[-1]])',
    // Lists that grow.
    'for i in 1..60 return [partial[-1], partial[-1]]',
    'for i in 1..10000 return partial',
    'for i in 1..100000 return [partial[-1]]',
    'for i in 1..1000 return append(partial, i)',
    'for i in 1..1000 return for j in 1..1000 return j',
    'for i in 1..25 return if i = 1 then ["a"] else concatenate(partial[-1], partial[-1])',
    'concatenate(for i in 1..1000 return for j in 1..1000 return j)',
    'flatten(for i in 1..40 return [partial[-1], partial[-1]])',
    'union(for i in 1..400000 return [i])',
    'partition(for i in 1..400000 return i, 1)',
    // Contexts that grow.
    'for i in 1..60 return {a: partial[-1], b: partial[-1]}',
    'for i in 1..100000 return {a: partial[-1]}',
    'for i in 1..100000 return context put(if i = 1 then {} else partial[-1], string(i), i)',
    // Comparing, printing and reading what has grown.
    '(for i in 1..40 return [partial[-1], partial[-1]]) = (for i in 1..40 return [partial[-1], partial[-1]])',
    'distinct values(for i in 1..40 return [partial[-1], partial[-1]])',
    'distinct values(for i in 1..400000 return {a: i})',
    'to json(for i in 1..40 return [partial[-1], partial[-1]])',
    'from json("[" + string join(for i in 1..400000 return "1", ",") + "]")',
    // Patterns.
    `matches(${many}, "(?=(a+))a*b")`,
    `matches(${many}, "(?<=a+)b")`,
    'for i in 1..1000000 return matches("abcdef", "[a-f]+$")',
    'for i in 1..1000000 return matches("a", "(a{900}b{900}c{900})" + string(i))',
    'for i in 1..1000000 return matches("a", "((a{100}){100}){100}" + string(i))',
    'for i in 1..1000000 return split("a,b", "(" + string(i))',
  ])('should end by its budget: %s', (text) => {
    const start = performance.now();
    const result = evaluate(text);
    expect(performance.now() - start).toBeLessThan(timeMaxMs);
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(/: Expected .*at most \d+ /) });
  });

  it('should end unary tests by their budget', () => {
    const result = evaluateTests('count(for i in 1..1000000000 return ?) > 3', '1');
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('at most 1000000 steps') });
  });
});

describe('a number beyond all numbers', () => {
  it.each([
    ['10 ** 100000', 'null'],
    ['2 ** 1e9', 'null'],
    ['1.0000001 ** 1e9', 'null'],
    ['exp(1e9)', 'null'],
    ['number("1e999999999")', 'null'],
    ['number(string join(for i in 1..100000 return "9"))', 'null'],
    ['decimal(1 / 3, 1000000000)', '0.3333333333333333333333333333333333'],
    ['round up(1 / 3, 1000000000)', '0.3333333333333333333333333333333333'],
    ['sublist([1, 2, 3], 1, 1e300)', '[1, 2, 3]'],
    ['substring("abc", 1, 1e300)', '"abc"'],
    ['[1, 2, 3][1e300]', 'null'],
    ['@"P1D" * 1e300', 'null'],
    ['@"2026-01-01" + @"P1Y" * 1e300', 'null'],
    ['5 in [1..1e6000]', 'true'],
  ])('should make %s %s', (text, expected) => {
    expect(feel(text)).toBe(expected);
  });
});

describe('a pattern that other matchers never finish', () => {
  it.each([
    ['(a+)+$', 'false'],
    ['(a*)*(a*)*b', 'false'],
    ['(a|aa)+$b', 'false'],
    ['(a|a)*b', 'false'],
    ['(.*)*x', 'false'],
    ['(.*)(.*)(.*)(.*)(.*)b', 'false'],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'false'],
    ['((a{100}){100}){100}', 'null'],
    ['((?=a{1000})b){900}', 'null'],
    [`${'('.repeat(900)}a${')'.repeat(900)}`, 'null'],
    [`${'(?='.repeat(300)}a${')'.repeat(300)}b`, 'null'],
    [`${'a?'.repeat(60)}${'a'.repeat(60)}`, 'true'],
  ])('should be matched by matches, replace, split and extract: %s', (pattern, expected) => {
    const start = performance.now();
    const text = 'string join(for i in 1..3000 return "a") + "!"';
    const results = [
      evaluate(`matches(${text}, "${pattern}")`),
      evaluate(`replace(${text}, "${pattern}", "$0$0")`),
      evaluate(`split(${text}, "${pattern}")`),
      evaluate(`extract(${text}, "${pattern}")`),
    ];
    expect(performance.now() - start).toBeLessThan(timeMaxMs);
    expect(results[0] !== undefined && printed(results[0])).toBe(expected);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });
});

describe('a text in which another is hard to find', () => {
  it.each(['contains', 'substring before', 'substring after', 'starts with', 'ends with'])(
    'should be searched by %s in time for both lengths',
    (name) => {
      const variables = JSON.stringify({
        text: 'a'.repeat(1_000_000),
        match: `${'a'.repeat(100_000)}b${'a'.repeat(100_000)}`,
      });
      const start = performance.now();
      expect(evaluate(`${name}(text, match)`, variables).ok).toBe(true);
      expect(performance.now() - start).toBeLessThan(timeMaxMs);
    },
  );
});

describe('long texts compared again and again', () => {
  const variables = JSON.stringify({ a: `${'a'.repeat(500_000)}x`, b: `${'a'.repeat(500_000)}y` });

  it.each(['a = b', 'a < b', '[a] = [b]', 'a in [a..b]', 'max(a, b) = a', 'list contains([a], b)'])(
    'should end by their budget: %s',
    (text) => {
      const result = evaluate(`for i in 1..1000000 return ${text}`, variables);
      expect(result).toMatchObject({ ok: false, message: expect.stringContaining('at most 1000000 steps') });
    },
  );
});

describe('a text nested without measure', () => {
  const depth = 10_000;

  it.each([
    ['brackets', '('.repeat(depth) + ')'.repeat(depth)],
    ['lists', '['.repeat(depth) + ']'.repeat(depth)],
    ['contexts', '{a:'.repeat(depth)],
    ['filters', `a${'[1'.repeat(depth)}${']'.repeat(depth)}`],
    ['calls', `${'f('.repeat(depth)}1${')'.repeat(depth)}`],
    ['conditions', 'if a then '.repeat(3_000)],
    ['loops', 'for i in a return '.repeat(1_500)],
    ['signs', `${'-'.repeat(depth)}1`],
    ['functions', 'function(a) '.repeat(2_500)],
    ['a chain', '1+'.repeat(depth)],
    ['a path', `a${'.a'.repeat(depth)}`],
    ['an unclosed string', `"${'a'.repeat(40_000)}`],
  ])('should be refused: %s', (_what, text) => {
    const start = performance.now();
    const results = [compileExpression(text), compileUnaryTests(text)];
    expect(performance.now() - start).toBeLessThan(timeMaxMs);
    const refused = { ok: false, message: expect.stringMatching(/^Failed to parse expression '.{1,501}': \S/s) };
    expect(results).toEqual([expect.objectContaining(refused), expect.objectContaining(refused)]);
  });

  it.each([
    ['lists', '['.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['closed lists', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('should be no JSON: %s', (_what, text) => {
    expect(() => fromJsonText(text)).toThrow(/deep|nested/);
    expect(feel('from json(text)', JSON.stringify({ text }))).toBe('null');
  });
});

/** What every JavaScript object has; here they are names like any others. */
const prototypeNames = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  '__lookupGetter__',
  'isPrototypeOf',
];

describe.each(prototypeNames)('the name %s', (name) => {
  it('should be no variable, entry or function unless somebody made it one', () => {
    expect(feel(`[${name}, {}.${name}, [].${name}, "a".${name}, 1.${name}]`)).toMatch(
      /^\[null, null, \[\], null, null\]$/,
    );
    expect(feel(`[is defined(${name}), get value({}, "${name}"), get value({}, ["${name}", "${name}"])]`)).toBe(
      '[false, null, null]',
    );
    expect(evaluate(`${name}()`).warnings).toEqual([
      { type: 'NO_FUNCTION_FOUND', message: `No function found with name '${name}' and 0 parameters` },
    ]);
    expect(feel(`{f: function(x) x.${name}, r: [f(f), f({}), f("a")]}.r`)).toBe('[null, null, null]');
    expect(feel(`@"2026-01-01".${name}`)).toBe('null');
    expect(feel(`1 instance of ${name}`)).toBe('false');
  });

  it('should be an ordinary name where somebody made it one', () => {
    expect(feel(`{${name}: 1, b: ${name} + 1}.b`)).toBe('2');
    expect(feel(`{"${name}": {"${name}": 2}}.${name}.${name}`)).toBe('2');
    expect(feel(`${name}.${name}`, `{"${name}": {"${name}": 3}}`)).toBe('3');
    expect(feel(`[{${name}: 4}, {}][${name} = 4]`)).toBe(`[{${name}:4}]`);
    expect(feel(`for ${name} in 1..2 return ${name}`)).toBe('[1, 2]');
    expect(feel(`(function(${name}) ${name})(${name}: 5)`)).toBe('5');
    expect(feel(`get value(context put({}, ["${name}", "${name}"], 6), ["${name}", "${name}"])`)).toBe('6');
    expect(feel(`get entries(context merge([{${name}: 7}, {a: 8}]))[1].key`)).toBe(`"${name}"`);
    expect(feel(`context([{key: "${name}", value: 9}]).${name}`)).toBe('9');
    expect(feel(`to json(from json("{\\"${name}\\": {\\"a\\": 1}}"))`)).toBe(`"{"${name}":{"a":1}}"`);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('everyday work', () => {
  it('should stay far from its budget', () => {
    const items = JSON.stringify(Array.from({ length: 5_000 }, (_, id) => ({ id, price: id / 100, tags: ['a', 'b'] })));
    expect(evaluate('sum(for i in items[price > 10] return i.price * 1.19)', `{"items": ${items}}`).ok).toBe(true);
    expect(evaluate('sort(items, function(a, b) a.price > b.price)[1].id', `{"items": ${items}}`)).toMatchObject({
      value: 4_999,
    });
    expect(evaluate('count(items[matches(string(id), "^[0-9]+7$")])', `{"items": ${items}}`)).toMatchObject({
      value: 499,
    });
  });
});
