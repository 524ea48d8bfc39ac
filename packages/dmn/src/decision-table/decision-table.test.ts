import { toFeelString } from '@waggle/feel';
import { describe, expect, test } from 'vitest';
import { decision, dmn, evaluate, findings, knowledge, literal, output } from '../../test/dmn-xml.ts';
import { type TableOptions, table } from '../../test/table-xml.ts';

const document = (options: TableOptions): string => dmn(decision('t', table(options)));
const outputOf = (options: TableOptions, variables?: string): string => output(document(options), 't', variables);

describe('decision tables', () => {
  test.each([
    ['5', '{"x": 5}', true],
    ['5', '{"x": "5"}', false],
    ['< 5', '{"x": 4.99}', true],
    ['[1..5)', '{"x": 5}', false],
    ['"a", "b"', '{"x": "b"}', true],
    ['not("a", "b")', '{"x": "b"}', false],
    ['not("a", "b")', '{}', true],
    ['-', '{}', true],
    ['', '{}', true],
    ['null', '{}', true],
    ['true', '{"x": true}', true],
    ['low', '{"x": 3, "low": 3}', true],
    ['low', '{"x": false, "low": true}', true],
    ['lows', '{"x": 3, "lows": [1, 3]}', true],
    ['< low', '{"x": 3, "low": 4}', true],
    ['? > 1 and ? < low', '{"x": 3, "low": 4}', true],
    ['list contains(?, "a")', '{"x": ["a", "b"]}', true],
    ['"a"', '{"x": ["a", "b"]}', false],
    ['upper case(?)', '{"x": "A"}', false],
    ['date(?) < date("2026-01-01")', '{"x": "2025-12-31"}', true],
    ['"constructor"', '{"x": "constructor"}', true],
  ])('should test %s with %s', (cell, variables, isMatch) => {
    expect(outputOf({ rules: [`${cell} | "match"`] }, variables)).toBe(isMatch ? '"match"' : 'null');
  });

  test('should match a rule only when all of its entries hold', () => {
    // given
    const options = { inputs: ['x', 'y + 1'], rules: ['1 | 2 | "both"', '1 | > 2 | "first"', '- | - | "none"'] };

    // then
    expect(outputOf({ ...options, hitPolicy: 'RULE ORDER' }, '{"x": 1, "y": 1}')).toBe('["both", "none"]');
    expect(outputOf({ ...options, hitPolicy: 'RULE ORDER' }, '{"x": 1, "y": 7}')).toBe('["first", "none"]');
  });

  test('should compute outputs from variables, inputs and required decisions', () => {
    // given
    const xml = dmn(
      decision('t', table({ rules: ['> 1 | x * rate | for information'] }), { requires: 'rate' }) +
        decision('rate', literal('0.5')),
    );

    // then
    expect(output(xml, 't', '{"x": 3}')).toBe('1.5');
  });

  test('should give a context for several outputs', () => {
    const options = { outputs: [{ name: 'a' }, { name: 'b', label: 'B' }], rules: ['1 | 1 | x + 1'] };
    expect(outputOf(options, '{"x": 1}')).toBe('{a:1, b:2}');
    expect(outputOf(options, '{"x": 2}')).toBe('null');
  });

  test.each([
    ['one', [{ default: '"none"' }], '"none"'],
    [
      'several',
      [
        { name: 'a', default: 'x' },
        { name: 'b', default: '1 + 1' },
      ],
      '{a:9, b:2}',
    ],
    ['one of several', [{ name: 'a' }, { name: 'b', default: '2' }], '2'],
  ])('should give the default of %s when no rule matches, whatever the hit policy', (_what, outputs, expected) => {
    for (const hitPolicy of ['UNIQUE', 'FIRST', 'COLLECT', 'RULE ORDER']) {
      expect(outputOf({ hitPolicy, outputs, rules: ['1 | 1 | 1'] }, '{"x": 9}')).toBe(expected);
    }
  });

  test('should work inside functions and be called with their parameters', () => {
    const xml = dmn(
      decision('d', literal('size(3) + size(30)'), { requires: 'bkm:size' }) +
        knowledge('size', ['n'], table({ inputs: ['n'], rules: ['< 10 | "S"', '>= 10 | "L"'] })),
    );
    expect(output(xml, 'd')).toBe('"SL"');
  });

  test('should accept rows with fewer or more entries than columns', () => {
    expect(outputOf({ inputs: [], rules: ['"always"'] })).toBe('"always"');
    const short = document({ inputs: ['x', 'y'] }).replace(
      '</decisionTable>',
      '<rule><inputEntry><text>1</text></inputEntry><outputEntry><text>"one"</text></outputEntry><outputEntry><text>2</text></outputEntry></rule></decisionTable>',
    );
    expect(output(short, 't', '{"x": 1}')).toBe('"one"');
  });

  test('should tell inputs and matched rules', () => {
    // given
    const xml = document({
      hitPolicy: 'COLLECT',
      inputs: ['x', 'y'],
      outputs: [{ name: 'a', label: 'A' }, { name: 'b' }],
      rules: ['1 | - | 1 | "one"', '2 | - | 2 | "two"', '- | 5 | 3 | "three"'],
    }).replace('<input id="in_1"', '<input id="in_1" label="X"');

    // when
    const [evaluated] = evaluate(xml, 't', '{"x": 1, "y": 5}').evaluatedDecisions;

    // then
    expect(evaluated?.inputs).toEqual([
      { id: 'in_1', name: 'X', value: 1 },
      { id: 'in_2', name: 'y', value: 5 },
    ]);
    expect(evaluated?.matchedRules).toEqual([
      {
        id: 'rule_1',
        index: 1,
        outputs: [
          { id: 'out_1', name: 'A', value: 1 },
          { id: 'out_2', name: 'b', value: 'one' },
        ],
      },
      {
        id: 'rule_3',
        index: 3,
        outputs: [
          { id: 'out_1', name: 'A', value: 3 },
          { id: 'out_2', name: 'b', value: 'three' },
        ],
      },
    ]);
  });

  test('should keep what was evaluated before a failure', () => {
    // given
    const tooMany = evaluate(document({ rules: ['- | 1', '- | 2'] }), 't', '{"x": 1}');
    const badOutput = evaluate(document({ rules: ['- | assert(x, false)'] }), 't', '{"x": 1}');
    const badInput = evaluate(document({ inputs: ['x', 'assert(x, false)'] }), 't', '{"x": 1}');

    // then
    const traced = [tooMany, badOutput, badInput].map(({ ok, evaluatedDecisions: [evaluated] }) => [
      ok,
      evaluated?.output,
      evaluated?.inputs.length,
      evaluated?.matchedRules.length,
    ]);
    expect(traced).toEqual([
      [false, null, 1, 2],
      [false, null, 1, 0],
      [false, null, 0, 0],
    ]);
  });

  test.each(['"text"', '-1.50', '.5', '0', 'true', 'null', '"a\\"b"', '12345678901234567890.5', '[1, 2]', '"a" + "b"'])(
    'should put out %s as FEEL has it',
    (text) => {
      const asLiteral = output(dmn(decision('t', literal(text))), 't');
      expect(outputOf({ rules: [`- | ${text}`] })).toBe(asLiteral);
    },
  );

  test('should refuse other languages also in cells that hold literals', () => {
    const xml = document({ rules: ['1 | 2'] })
      .replaceAll('Entry>', 'Entry expressionLanguage="juel">')
      .replaceAll('</inputEntry expressionLanguage="juel">', '</inputEntry>')
      .replaceAll('</outputEntry expressionLanguage="juel">', '</outputEntry>');
    expect(findings(xml)).toEqual(['expression-language-feel rule_1', 'expression-language-feel rule_1']);
  });

  test('should warn of values that a literal cannot be compared with', () => {
    const evaluation = evaluate(document({ rules: ['5 | 1', '"a" | 2'] }), 't', '{"x": "a"}');
    expect(evaluation).toMatchObject({ ok: true, output: 2, warnings: [{ type: 'NOT_COMPARABLE' }] });
  });

  test('should ask every rule, also behind the first that matches', () => {
    const options = { hitPolicy: 'FIRST', rules: ['- | 1', 'assert(?, false) | 2'] };
    expect(outputOf(options, '{"x": 1}')).toMatch(/^failed: .*Assertion failure/);
  });

  test('should evaluate ten thousand rules within the budget', () => {
    // given
    const rules = Array.from({ length: 10_000 }, (_, n) => `[${n}..${n + 1}) | not("a${n}") | y + ${n} | x + ${n}`);

    // then
    const variables = '{"x": 9999, "y": "b", "z": 0}';
    expect(outputOf({ hitPolicy: 'FIRST', inputs: ['x', 'y', 'z'], rules }, variables)).toBe('null');
    expect(outputOf({ inputs: ['x'], rules: rules.map((rule) => rule.replace(/\|.*\|/, '|')) }, variables)).toBe(
      '19998',
    );
  });

  test('should end a table whose cells run away', () => {
    // given
    const rules = Array.from({ length: 50 }, () => 'count(for i in 1..30000 return i * 2) = ? | 1');

    // then
    expect(outputOf({ rules }, '{"x": 1}')).toMatch(/^failed: .*steps/);
  });

  test.each([
    ['decision-table-hit-policy-known table', { hitPolicy: 'BEST' }],
    ['decision-table-aggregation-known table', { hitPolicy: 'COLLECT', aggregation: 'MEAN' }],
    [
      'decision-table-aggregation-single-output table',
      { hitPolicy: 'COLLECT', aggregation: 'SUM', outputs: [{ name: 'a' }, { name: 'b' }] },
    ],
    ['decision-table-output-required table', { outputs: [] }],
    ['decision-table-input-expression-required in_1', { inputs: [''] }],
    ['decision-table-output-entry-required rule_1', { rules: ['1'] }],
    ['decision-table-output-entry-text-required rule_1', { rules: ['1 | '] }],
  ])('should find %s', (finding, options) => {
    expect(findings(document(options))).toEqual([finding]);
  });

  test('should demand names of several outputs', () => {
    expect(findings(document({ outputs: [{}, { label: 'b' }] }))).toEqual([
      'decision-table-output-name-required out_1',
      'decision-table-output-name-required out_2',
    ]);
  });

  test.each([
    ['an input expression', { inputs: ['1 +'] }],
    ['an input entry', { rules: ['1 + | 1'] }],
    ['an output entry', { rules: ['1 | -'] }],
    ['a default', { outputs: [{ default: ')' }] }],
  ])('should refuse wrong FEEL in %s', (_where, options) => {
    expect(findings(document(options)).map((finding) => finding.split(' ')[0])).toEqual(['feel-valid']);
  });

  test('should see the names of JavaScript objects as ordinary ones', () => {
    const evaluation = evaluate(document({ inputs: ['constructor'], rules: ['null | "none"'] }), 't');
    expect(evaluation.ok && toFeelString(evaluation.output)).toBe('none');
  });
});
