import { describe, expect, it } from 'vitest';
import { decision, dmn, evaluate, knowledge, literal, output } from '../../test/dmn-xml.ts';

const entry = (name: string, logic: string) => `<contextEntry><variable name="${name}"/>${logic}</contextEntry>`;
const result = (logic: string) => `<contextEntry>${logic}</contextEntry>`;
const part = (tag: string, text: string) => `<${tag}>${literal(text)}</${tag}>`;
const outputOf = (logic: string, variables?: string) => output(dmn(decision('d', logic)), 'd', variables);

describe('boxed context', () => {
  it('should let entries see those above them, and give them all', () => {
    const logic = `<context>${entry('a', literal('x + 1'))}${entry('b', literal('a * 2'))}</context>`;
    expect(outputOf(logic, '{"x": 1}')).toBe('{a:2, b:4}');
  });

  it('should give the entry without a name as the result', () => {
    const logic = `<context>${entry('a b', literal('x + 1'))}${result(literal('a b * 10'))}</context>`;
    expect(outputOf(logic, '{"x": 1}')).toBe('20');
  });

  it('should nest, and know names of several words inside', () => {
    const inner = `<context>${entry('net price', literal('gross price - 1'))}${result(literal('net price'))}</context>`;
    const logic = `<context>${entry('gross price', literal('10'))}${entry('r', inner)}</context>`;
    expect(outputOf(logic)).toBe('{gross price:10, r:9}');
  });

  it('should let a function call itself', () => {
    const body = '<functionDefinition><formalParameter name="n"/>';
    const factorial = `${body}${literal('if n <= 1 then 1 else n * factorial(n - 1)')}</functionDefinition>`;
    const logic = `<context>${entry('factorial', factorial)}${result(literal('factorial(10)'))}</context>`;
    expect(outputOf(logic)).toBe('3628800');
  });

  it('should end a function that calls itself for ever', () => {
    const body = `<functionDefinition><formalParameter name="n"/>${literal('f(n + 1)')}</functionDefinition>`;
    const logic = `<context>${entry('f', body)}${result(literal('f(1)'))}</context>`;
    expect(outputOf(logic)).toMatch(/^failed: .*but expected at most 100 nested function calls/);
  });
});

describe('boxed list and relation', () => {
  it('should evaluate each item', () => {
    expect(outputOf(`<list>${literal('1')}${literal('x')}<list>${literal('"a"')}</list></list>`, '{"x": 2}')).toBe(
      '[1, 2, ["a"]]',
    );
  });

  it('should give a context for each row', () => {
    const columns = '<column name="name"/><column name="age in years"/>';
    const row = (name: string, age: string) => `<row>${literal(name)}${literal(age)}</row>`;
    expect(outputOf(`<relation>${columns}${row('"A"', '1')}${row('"B"', '1 + 1')}</relation>`)).toBe(
      '[{name:"A", age in years:1}, {name:"B", age in years:2}]',
    );
  });
});

describe('boxed invocation', () => {
  const binding = (name: string, text: string) => `<binding><parameter name="${name}"/>${literal(text)}</binding>`;
  const graph = (bindings: string, body = 'a - b') =>
    dmn(
      decision('d', `<invocation>${literal('f')}${bindings}</invocation>`, { requires: 'bkm:f' }) +
        knowledge('f', ['a', 'b'], literal(body)),
    );

  it('should call a function by the names of its parameters', () => {
    expect(output(graph(binding('b', '1') + binding('a', 'x')), 'd', '{"x": 10}')).toBe('9');
  });

  it('should take a variable for a parameter without a binding, and fail without one', () => {
    expect(output(graph(binding('a', '5')), 'd', '{"b": 2}')).toBe('3');
    expect(output(graph(binding('a', '5')), 'd')).toBe(
      "failed: Expected to evaluate decision 'd', but no parameter found with name 'b'",
    );
  });

  it('should fail when the function fails, while a call from FEEL gives null', () => {
    const failing = knowledge('f', ['a'], literal('assert(a, a > 1)'));
    const boxed = decision('boxed', `<invocation>${literal('f')}${binding('a', '1')}</invocation>`, {
      requires: 'bkm:f',
    });
    const called = decision('called', literal('f(1)'), { requires: 'bkm:f' });
    expect(output(dmn(failing + boxed), 'boxed')).toMatch(/^failed: .*assert/i);
    const evaluation = evaluate(dmn(failing + called), 'called');
    expect(evaluation).toMatchObject({ ok: true, output: null });
    expect(evaluation.warnings.at(-1)?.type).toBe('FUNCTION_INVOCATION_FAILURE');
  });

  it('should give null for what is no function', () => {
    expect(outputOf(`<invocation>${literal('x')}</invocation>`, '{"x": 1}')).toBe('null');
  });
});

describe('boxed conditional', () => {
  const conditional = (condition: string) =>
    `<conditional>${part('if', condition)}${part('then', '"yes"')}${part('else', '"no"')}</conditional>`;

  it.each([
    ['1 = 1', '"yes"'],
    ['1 = 2', '"no"'],
    ['null', '"no"'],
    ['"abc"', 'null'],
  ])('should take %s for %s', (condition, expected) => {
    expect(outputOf(conditional(condition))).toBe(expected);
  });
});

describe('boxed filter', () => {
  const filter = (source: string, match: string) => `<filter>${part('in', source)}${part('match', match)}</filter>`;

  it.each([
    ['[1, 2, 3]', 'item > 1', '[2, 3]'],
    ['[1, 2, 3]', 'item > 5', '[]'],
    ['[{a: 1}, {a: 2}]', 'a = 2', '[{a:2}]'],
    ['[1, null]', 'item > 0', '[1]'],
    ['[1, 2]', '"no boolean"', 'null'],
    ['1', 'true', 'null'],
  ])('should filter %s by %s to %s', (source, match, expected) => {
    expect(outputOf(filter(source, match))).toBe(expected);
  });
});

describe('boxed iterators', () => {
  const loop = (tag: string, source: string, body: string, text: string) =>
    `<${tag} iteratorVariable="my item">${part('in', source)}${part(body, text)}</${tag}>`;

  it.each([
    ['for', '[1, 2]', 'return', 'my item * 2', '[2, 4]'],
    ['for', '[1..3]', 'return', 'my item', '[1, 2, 3]'],
    ['for', '[1, 2, 3]', 'return', 'my item + sum(partial)', '[null, null, null]'],
    ['for', '[1, 2, 3]', 'return', 'count(partial)', '[0, 1, 2]'],
    ['for', '"a"', 'return', 'my item', 'null'],
    ['some', '[1, 2]', 'satisfies', 'my item > 1', 'true'],
    ['some', '[]', 'satisfies', 'true', 'false'],
    ['some', '[1, 2]', 'satisfies', 'if my item = 2 then true else "no boolean"', 'null'],
    ['some', '[null, 1]', 'satisfies', 'my item > 1', 'null'],
    ['every', '[1, 2]', 'satisfies', 'my item > 1', 'false'],
    ['every', '[1, 2]', 'satisfies', 'my item > 0', 'true'],
    ['every', '[null, 1]', 'satisfies', 'my item > 0', 'null'],
  ])('should evaluate %s in %s %s %s', (tag, source, body, text, expected) => {
    expect(outputOf(loop(tag, source, body, text))).toBe(expected);
  });

  it('should give partial results that do not grow later', () => {
    expect(outputOf(loop('for', '[1, 2, 3]', 'return', 'partial'))).toBe('[[], [[]], [[], [[]]]]');
  });

  it('should stay within the budget', () => {
    const inner = loop('for', '1..1000', 'return', '1').replace('1..1000', '[1..1000]');
    const nested = `<for iteratorVariable="i">${part('in', '[1..100000]')}<return>${inner}</return></for>`;
    expect(outputOf(nested)).toMatch(/^failed: .*steps/);
  });
});
