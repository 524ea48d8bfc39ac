import { describe, expect, it } from 'vitest';
import { feel, nowMs, printed } from '../test/evaluate.ts';
import {
  type CompileOptions,
  compileExpression,
  compileUnaryTests,
  type FeelValue,
  isNumber,
  type NamedTypes,
} from './index.ts';

function evaluated(text: string, options: CompileOptions, input?: FeelValue): string {
  const compiled = input === undefined ? compileExpression(text, options) : compileUnaryTests(text, options);
  if (!compiled.ok) return compiled.message;
  const variable = (name: string) => (name === '?' ? input : name === 'count' ? null : undefined);
  return printed(compiled.expression.evaluate({ variable, nowMs }));
}

describe("conformance: 'standard'", () => {
  it.each([
    // expression, as Camunda, as the standard
    ['"a"[1]', 'null', '"a"'],
    ['{a: 1}[a = 1]', 'null', '[{a:1}]'],
    ['{a: 1}[a = 2]', 'null', '[]'],
    ['null[1]', 'null', 'null'],
    ['string join("a")', 'null', '"a"'],
    ['context({key: "a", value: 1})', 'null', '{a:1}'],
    ['upper case(["a"])', 'null', '"A"'],
    ['upper case(["a", "b"])', 'null', 'null'],
    ['@"2002-04-02T12:00:00-01:00" = @"2002-04-02T17:00:00+04:00"', 'false', 'true'],
    ['@"2002-04-02T12:00:00-01:00" != @"2002-04-02T17:00:00+04:00"', 'true', 'false'],
    ['@"2002-04-02T12:00:00Z" in (@"2002-04-02T13:00:00+01:00")', 'false', 'true'],
    ['(function(f) f(4))(sqrt)', 'null', '2'],
    ['(function(f) f("a"))(sqrt)', 'null', 'null'],
    ['count', 'null', 'null'],
    ['{a: 1, a: 2}', '{a:2}', 'null'],
    ['context([{key: "a", value: 1}, {key: "a", value: 2}])', '{a:2}', 'null'],
    ['context put(context: {a: 1}, key: ["a", "b"], value: 2)', '{a:{b:2}}', 'null'],
    ['context put({a: {b: 1}}, ["a", "b"], 2)', '{a:{b:2}}', '{a:{b:2}}'],
    ['context put({a: 1}, ["a", "b"], 2)', '{a:{b:2}}', 'null'],
    ['context put(context: {a: 1}, keys: ["a"], value: 2)', '{a:2}', '{a:2}'],
    ['string length("😀")', '2', '1'],
    ['substring("😀b", 2)', '"\udE00b"', '"b"'],
    ['substring("a😀b", -2, 1)', '"\udE00"', '"😀"'],
    ['substring("a", 0)', 'null', 'null'],
    ['abs(number: -1)', '1', 'null'],
    ['abs(n: -1)', '1', '1'],
    ['round up(5.5, 6177)', '5.5', 'null'],
    ['round up(5.55, 1)', '5.6', '5.6'],
    ['matches("a", "A", null)', 'null', 'false'],
    ['matches("a", "A", "i")', 'true', 'true'],
    ['matches("a", "a", "p")', 'true', 'null'],
  ])('should decide %s', (text, camunda, standard) => {
    expect(evaluated(text, {})).toBe(camunda);
    expect(evaluated(text, { conformance: 'standard' })).toBe(standard);
  });

  it('should compare a boolean with a test that is one', () => {
    const standard = { conformance: 'standard' } as const;
    expect([evaluated('1 = 1', {}, false), evaluated('1 = 1', standard, false)]).toEqual(['true', 'false']);
    expect([evaluated('1 = 2', {}, false), evaluated('1 = 2', standard, false)]).toEqual(['true', 'true']);
    expect([evaluated('1 = 1', {}, 5), evaluated('1 = 1', standard, 5)]).toEqual(['true', 'true']);
  });

  it('should let external functions be values that give null', () => {
    const external = 'function(x) external {java: {class: "java.lang.Math", method signature: "cos(double)"}}';
    expect(evaluated(`(${external})(0)`, {})).toContain('External functions are not supported');
    expect(evaluated(`(${external})(0)`, { conformance: 'standard' })).toBe('null');
  });

  it('should hold in unary tests', () => {
    expect(evaluated('abs(n: ?) = abs(number: ?)', {}, -1)).toBe('true');
    expect(evaluated('abs(n: ?) = abs(number: ?)', { conformance: 'standard' }, -1)).toBe('false');
  });
});

describe('named types', () => {
  const types: NamedTypes = new Map([
    ['tNatural', (value) => isNumber(value) && Number(value) >= 0],
    ['other.t Nat', (value) => isNumber(value)],
  ]);

  it.each([
    ['1 instance of tNatural', 'true'],
    ['-1 instance of tNatural', 'false'],
    ['[1, 2] instance of list<tNatural>', 'true'],
    ['{a: -1} instance of context<a: tNatural>', 'false'],
    ['1 instance of tUnknown', 'false'],
    ['1 instance of other.t Nat', 'true'],
    ['1 instance of number', 'true'],
  ])('should decide %s', (text, expected) => {
    expect(evaluated(text, { types })).toBe(expected);
  });

  it('should be unknown without the option', () => {
    expect(feel('1 instance of tNatural')).toBe('false');
  });
});
