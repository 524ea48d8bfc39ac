import { describe, expect, it } from 'vitest';
import { evaluate, nowMs } from '../test/evaluate.ts';
import { compileExpression, compileUnaryTests, limits } from './index.ts';

const problem = (text: string) => {
  const compiled = compileExpression(text);
  return compiled.ok ? undefined : { message: compiled.message, position: compiled.position };
};

describe('compileExpression', () => {
  it('should name position and finding of a syntax error', () => {
    expect(problem('x >')).toEqual({
      message: "Failed to parse expression 'x >': Expected a value, but found the end of the expression",
      position: 3,
    });
    expect(problem('1 +\n ) 2')).toEqual({
      message: "Failed to parse expression '1 +\n ) 2': Expected a value, but found ')' at line 2, column 2",
      position: 5,
    });
  });

  it.each([
    '',
    '  ',
    'foo bar',
    'x == 1',
    'a..b',
    'x y(1)',
    'if a then b',
    'a,b',
    '"a',
    '1 2',
    'function() external {}',
  ])('should reject %j', (text) => {
    expect(problem(text)).toBeDefined();
  });

  it('should collect the free variables, not the bound ones', () => {
    const compiled = compileExpression(
      'for i in items return {a: i + x, b: a, f: function(p) p + y, c: count(l), d: `z z`, e: unknown(1)}',
    );
    const names = compiled.ok ? [...compiled.expression.variableNames].sort() : [];
    expect(names).toEqual(['items', 'l', 'unknown', 'x', 'y', 'z z']);
  });

  it('should read only the variables it needs', () => {
    const compiled = compileExpression('false and x');
    const read: string[] = [];
    const variable = (name: string) => {
      read.push(name);
      return null;
    };
    const context = { variable, nowMs };
    expect(compiled.ok && compiled.expression.evaluate(context)).toMatchObject({ ok: true, value: false });
    expect(read).toEqual([]);
  });

  it('should reject a text longer than the limit, and take one as long', () => {
    const sum = (length: number) => `"${'a'.repeat(length - 2)}"`;
    expect(problem(sum(limits.expressionLengthMax))).toBeUndefined();
    expect(problem(sum(limits.expressionLengthMax + 1))).toMatchObject({ position: limits.expressionLengthMax });
  });

  it.each([
    ['brackets', (depth: number) => '('.repeat(depth) + 1 + ')'.repeat(depth)],
    ['lists', (depth: number) => '['.repeat(depth) + 1 + ']'.repeat(depth)],
    ['contexts', (depth: number) => '{a:'.repeat(depth) + 1 + '}'.repeat(depth)],
    ['calls', (depth: number) => 'not('.repeat(depth) + true + ')'.repeat(depth)],
    ['filters', (depth: number) => 'a['.repeat(depth) + 1 + ']'.repeat(depth)],
  ])('should reject %s nested 10,000 deep, and evaluate 150', (_name, nested) => {
    const start = performance.now();
    expect(problem(nested(6_000).slice(0, limits.expressionLengthMax))?.message).toMatch(/nested at most 200 levels/);
    expect(problem(nested(10_000))).toBeDefined();
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(evaluate(nested(150)).ok).toBe(true);
  });

  it.each([
    ['signs', '- '.repeat(1_000) + 1],
    ['ifs', `${'if a then '.repeat(1_000)}1${' else 2'.repeat(1_000)}`],
    ['functions', `${'function() '.repeat(1_000)}1`],
    ['paths', `a${'.b'.repeat(1_000)}`],
    ['types', `x instance of ${'list<'.repeat(1_000)}number${'>'.repeat(1_000)}`],
  ])('should reject deeply nested %s without exhausting the stack', (_name, text) => {
    expect(problem(text)).toBeDefined();
  });

  it('should parse long but flat texts quickly', () => {
    const start = performance.now();
    for (const text of ['a '.repeat(16_000), `[${'1,'.repeat(15_000)}1]`, '1+'.repeat(16_000), '"'.repeat(30_000)]) {
      compileExpression(text);
    }
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(evaluate(`${'1+'.repeat(290)}1`)).toMatchObject({ value: 291 });
    expect(problem(`${'1+'.repeat(5_000)}1`)?.message).toMatch(/at most 400 operators in a row/);
    expect(evaluate(`${'false or '.repeat(290)}true`)).toMatchObject({ value: true });
  });

  it('should ignore comments', () => {
    expect(evaluate('1 /* one ( */ + // plus\n 2')).toMatchObject({ value: 3 });
  });

  it('should never throw, whatever the context does', () => {
    const compiled = compileExpression('x');
    const variable = () => {
      throw new Error('the host failed');
    };
    expect(compiled.ok && compiled.expression.evaluate({ variable, nowMs })).toMatchObject({ ok: false });
  });
});

describe('compileUnaryTests', () => {
  it('should reject what is no unary test', () => {
    expect(compileUnaryTests('1 +').ok).toBe(false);
    expect(compileUnaryTests('').ok).toBe(false);
  });
});
