import { describe, expect, test } from 'vitest';
import { decision, dmn, output } from '../../test/dmn-xml.ts';
import { type TableOptions, table } from '../../test/table-xml.ts';

const outputOf = (options: TableOptions, variables = '{"x": 1}'): string =>
  output(dmn(decision('t', table(options))), 't', variables);

const values = '"high", "middle", "low"';
const one: TableOptions = {
  outputs: [{ values }],
  rules: ['> 0 | "middle"', '> 1 | "low"', '> 2 | "high"', '> 3 | "high"', '> 4 | "unlisted"'],
};
const two: TableOptions = {
  outputs: [
    { name: 'a', values },
    { name: 'b', values: '2, 1' },
  ],
  rules: ['> 0 | "low" | 1', '> 1 | "low" | 2', '> 2 | "high" | 1', '> 3 | "high" | 1'],
};

describe('hit policies', () => {
  test.each([
    [undefined, '"middle"'],
    ['UNIQUE', '"middle"'],
    ['FIRST', '"middle"'],
    ['ANY', '"middle"'],
    ['PRIORITY', '"middle"'],
    ['RULE ORDER', '["middle"]'],
    ['OUTPUT ORDER', '["middle"]'],
    ['COLLECT', '["middle"]'],
  ])('should give one match by %s', (hitPolicy, expected) => {
    expect(outputOf({ ...one, ...(hitPolicy === undefined ? {} : { hitPolicy }) })).toBe(expected);
  });

  test.each([
    ['FIRST', '"middle"', '{a:"low", b:1}'],
    ['PRIORITY', '"high"', '{a:"high", b:1}'],
    [
      'RULE ORDER',
      '["middle", "low", "high", "high", "unlisted"]',
      '[{a:"low", b:1}, {a:"low", b:2}, {a:"high", b:1}, {a:"high", b:1}]',
    ],
    [
      'OUTPUT ORDER',
      '["high", "high", "middle", "low", "unlisted"]',
      '[{a:"high", b:1}, {a:"high", b:1}, {a:"low", b:2}, {a:"low", b:1}]',
    ],
    [
      'COLLECT',
      '["middle", "low", "high", "high", "unlisted"]',
      '[{a:"low", b:1}, {a:"low", b:2}, {a:"high", b:1}, {a:"high", b:1}]',
    ],
  ])('should give several matches by %s', (hitPolicy, ofOneOutput, ofTwo) => {
    expect(outputOf({ ...one, hitPolicy }, '{"x": 5}')).toBe(ofOneOutput);
    expect(outputOf({ ...two, hitPolicy }, '{"x": 5}')).toBe(ofTwo);
  });

  test('should fail by UNIQUE when several rules match', () => {
    expect(outputOf(one, '{"x": 2}')).toBe(
      `failed: Expected to evaluate decision 't', but multiple values aren't allowed for UNIQUE hit policy. found: '["middle", "low"]'`,
    );
  });

  test.each([
    ['1.0', '1', '1'],
    ['null', 'null', 'null'],
    ['[{a: 1}]', '[{a: 1}]', '[{a:1}]'],
  ])('should give what rules agree on by ANY: %s and %s', (left, right, expected) => {
    expect(outputOf({ hitPolicy: 'ANY', rules: [`- | ${left}`, `- | ${right}`] })).toBe(expected);
  });

  test('should fail by ANY when rules disagree', () => {
    expect(outputOf({ hitPolicy: 'ANY', rules: ['- | 1', '- | "1"'] })).toMatch(
      /different values aren't allowed for ANY hit policy. found: '\[1, "1"\]'$/,
    );
    expect(outputOf({ hitPolicy: 'ANY', rules: ['- | 1', '- | null'] })).toMatch(/^failed/);
  });

  test.each([
    ['SUM', '0.6'],
    ['MIN', '0.1'],
    ['MAX', '0.3'],
    ['COUNT', '3'],
  ])('should aggregate by %s', (aggregation, expected) => {
    const rules = ['- | 0.2', '- | 0.3', '- | 0.1'];
    expect(outputOf({ hitPolicy: 'COLLECT', aggregation, rules })).toBe(expected);
    expect(outputOf({ hitPolicy: 'COLLECT', aggregation, rules: ['2 | 1'] })).toBe('null');
  });

  test.each(['SUM', 'MIN', 'MAX'])('should fail by %s for what is no number', (aggregation) => {
    const rules = ['- | 1', '- | "2"'];
    expect(outputOf({ hitPolicy: 'COLLECT', aggregation, rules })).toMatch(/expected number but found '"2"'$/);
    expect(outputOf({ hitPolicy: 'COLLECT', aggregation: 'COUNT', rules })).toBe('2');
  });

  test('should ignore an aggregation beside other hit policies', () => {
    expect(outputOf({ hitPolicy: 'RULE ORDER', aggregation: 'SUM', rules: ['- | 1', '- | 2'] })).toBe('[1, 2]');
  });

  test('should keep the order of the rules where no output values are listed', () => {
    expect(outputOf({ hitPolicy: 'OUTPUT ORDER', rules: ['- | 2', '- | 1'] })).toBe('[2, 1]');
  });

  test('should order values of every kind', () => {
    const outputs = [{ values: '[1], {a: 1}, null, 2, true, "x"' }];
    const rules = ['- | "x"', '- | 3', '- | true', '- | 1 + 1', '- | null', '- | {a: 1}', '- | [1]'];
    expect(outputOf({ hitPolicy: 'OUTPUT ORDER', outputs, rules })).toBe('[[1], {a:1}, null, 2, true, "x", 3]');
  });

  test('should order thousands of rules by thousands of values', () => {
    const count = 3_000;
    const outputs = [{ values: Array.from({ length: count }, (_, index) => index).join(', ') }];
    const rules = Array.from({ length: 2 * count }, (_, index) => `- | ${count - 1 - (index % count)}`);
    expect(outputOf({ hitPolicy: 'OUTPUT ORDER', outputs, rules })).toMatch(/^\[0, 0, 1, 1, 2, 2, .* 2999, 2999\]$/);
  });
});
