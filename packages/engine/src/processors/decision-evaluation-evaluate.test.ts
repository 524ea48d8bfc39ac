import {
  DecisionEvaluationIntent,
  type DecisionEvaluationValue,
  decisionEvaluationCommandValue,
  keyOf,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { dmn, literal, table } from '../../test/dmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { eventsOf, rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const rules = (...decisions: readonly string[]) => ({ name: 'rules.dmn', xml: dmn('drg', ...decisions) });

const discount = table('discount', {
  inputs: ['amount', 'status'],
  outputs: ['rate', 'note'],
  rules: [
    ['< 100', '-', '0', '"none"'],
    ['>= 100', '"gold"', '0.2', '"for gold"'],
    ['>= 100', 'not("gold")', 'base', '"usual"'],
  ],
  requires: ['base', 'status'],
});
const base = literal('base', '0.1');
const status = literal('status', 'if points > 10 then "gold" else "plain"');

function evaluate(engine: TestEngine, given: Partial<DecisionEvaluationValue>) {
  const { EVALUATE } = DecisionEvaluationIntent;
  return engine.send(ValueType.DECISION_EVALUATION, EVALUATE, decisionEvaluationCommandValue(given));
}

describe('DECISION_EVALUATION EVALUATE', () => {
  it('should write down and answer everything evaluated, required decisions first', () => {
    // given
    const engine = startEngine();
    const { decisionsMetadata, decisionRequirementsMetadata } = engine.deploy(rules(discount, base, status));
    const keyFor = (id: string) => decisionsMetadata.find(({ decisionId }) => decisionId === id)?.decisionKey;

    // when
    const record = engine.evaluateDecision('discount', { amount: 150, points: 3 });

    // then
    expect(record.intent).toBe(DecisionEvaluationIntent.EVALUATED);
    expect(record.value).toEqual({
      decisionKey: keyFor('discount'),
      decisionId: 'discount',
      decisionName: 'discount',
      decisionVersion: 1,
      decisionRequirementsId: 'drg',
      decisionRequirementsKey: decisionRequirementsMetadata[0]?.decisionRequirementsKey,
      decisionOutput: '{"rate":0.1,"note":"usual"}',
      variables: '{}',
      bpmnProcessId: '',
      processDefinitionKey: NO_KEY,
      processInstanceKey: NO_KEY,
      rootProcessInstanceKey: NO_KEY,
      elementId: '',
      elementInstanceKey: NO_KEY,
      evaluatedDecisions: [
        {
          decisionEvaluationInstanceKey: `${record.key}-1`,
          decisionId: 'base',
          decisionName: 'base',
          decisionKey: keyFor('base'),
          decisionVersion: 1,
          decisionType: 'LITERAL_EXPRESSION',
          decisionOutput: '0.1',
          evaluatedInputs: [],
          matchedRules: [],
          tenantId: '<default>',
        },
        expect.objectContaining({
          decisionEvaluationInstanceKey: `${record.key}-2`,
          decisionId: 'status',
          decisionOutput: '"plain"',
        }),
        {
          decisionEvaluationInstanceKey: `${record.key}-3`,
          decisionId: 'discount',
          decisionName: 'discount',
          decisionKey: keyFor('discount'),
          decisionVersion: 1,
          decisionType: 'DECISION_TABLE',
          decisionOutput: '{"rate":0.1,"note":"usual"}',
          evaluatedInputs: [
            { inputId: 'in1', inputName: 'amount', inputValue: '150' },
            { inputId: 'in2', inputName: 'status', inputValue: '"plain"' },
          ],
          matchedRules: [
            {
              ruleId: 'rule3',
              ruleIndex: 3,
              evaluatedOutputs: [
                { outputId: 'out1', outputName: 'rate', outputValue: '0.1' },
                { outputId: 'out2', outputName: 'note', outputValue: '"usual"' },
              ],
            },
          ],
          tenantId: '<default>',
        },
      ],
      evaluationFailureMessage: '',
      failedDecisionId: '',
      tenantId: '<default>',
    });
  });

  it('should evaluate the latest version of an id, and any version by its key', () => {
    // given
    const engine = startEngine();
    const first = engine.deploy(rules(literal('a', '1'))).decisionsMetadata[0]!.decisionKey;
    engine.deploy(rules(literal('a', '2')));

    // when
    const latest = engine.evaluateDecision('a').value;
    const older = evaluate(engine, { decisionKey: first })?.record.value as DecisionEvaluationValue;

    // then
    expect([latest.decisionVersion, latest.decisionOutput]).toEqual([2, '2']);
    expect([older.decisionVersion, older.decisionOutput]).toEqual([1, '1']);
  });

  it('should answer an evaluation that fails, with what was evaluated before', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      rules(literal('a', 'x'), literal('b', 'assert(x, x > 5)'), literal('c', 'b', { requires: ['a', 'b'] })),
    );

    // when
    const record = engine.evaluateDecision('c', { x: 2 });

    // then
    expect(record.intent).toBe(DecisionEvaluationIntent.FAILED);
    expect(record.value).toMatchObject({
      decisionId: 'c',
      decisionOutput: 'null',
      failedDecisionId: 'b',
      evaluationFailureMessage: expect.stringMatching(/^Expected to evaluate decision 'c', but /),
    });
    expect(
      record.value.evaluatedDecisions.map(({ decisionId, decisionOutput }) => [decisionId, decisionOutput]),
    ).toEqual([
      ['a', '2'],
      ['b', 'null'],
    ]);
  });

  it('should give a rule without id one that is always the same', () => {
    const engine = startEngine();
    const anonymous = table('a', { inputs: ['x'], outputs: ['y'], rules: [['1', '2']] }).replace(' id="rule1"', '');
    engine.deploy(rules(anonymous));
    const { value } = engine.evaluateDecision('a', { x: 1 });
    expect(value.evaluatedDecisions[0]?.matchedRules).toMatchObject([{ ruleId: 'ZB_SYNTH_RULE_ID_a_v1_r1' }]);
  });

  it("should keep integers of any size, and see the engine's clock", () => {
    const engine = startEngine();
    engine.deploy(rules(literal('a', '[id, now()]')));
    const { EVALUATE } = DecisionEvaluationIntent;
    const value = decisionEvaluationCommandValue({ decisionId: 'a', variables: '{"id": 9007199254740993}' });
    const { record } = engine.sendAccepted(ValueType.DECISION_EVALUATION, EVALUATE, value);
    expect((record.value as DecisionEvaluationValue).decisionOutput).toContain('9007199254740993');
    expect((record.value as DecisionEvaluationValue).decisionOutput).toContain(
      new Date(engine.nowMs).toISOString().slice(0, 19),
    );
  });

  it.each<[string, Partial<DecisionEvaluationValue>, string]>([
    ['nothing named', {}, 'INVALID_ARGUMENT: Expected either a decision id or a valid decision key, but none provided'],
    [
      'an unknown id',
      { decisionId: 'z' },
      "NOT_FOUND: Expected to evaluate decision 'z', but no decision found for id 'z'",
    ],
    [
      'an unknown key',
      { decisionKey: keyOf(1, 999n) },
      `NOT_FOUND: Expected to evaluate decision '${keyOf(1, 999n)}', but no decision found for key '${keyOf(1, 999n)}'`,
    ],
    [
      'another tenant',
      { decisionId: 'a', tenantId: 'acme' },
      "NOT_FOUND: Expected to evaluate decision 'a', but no decision found for id 'a'",
    ],
  ])('should refuse %s', (_what, given, text) => {
    const engine = startEngine();
    engine.deploy(rules(literal('a', '1')));
    expect(rejectionOf(evaluate(engine, given))).toBe(text);
  });

  it('should refuse variables that are no object', () => {
    const engine = startEngine();
    engine.deploy(rules(literal('a', '1')));
    expect(rejectionOf(evaluate(engine, { decisionId: 'a', variables: '[]' }))).toMatch(/^INVALID_ARGUMENT: /);
  });

  it('should end an expression without end, and go on', () => {
    const engine = startEngine();
    engine.deploy(rules(literal('a', 'count(for i in 1..1000000000 return i)')));
    const events = eventsOf(engine, () => engine.evaluateDecision('a'));
    expect(events).toEqual(['DECISION_EVALUATION FAILED']);
    expect(engine.evaluateDecision('a').value.failedDecisionId).toBe('a');
  });

  it('should tell of functions that were called, which have no keys', () => {
    // given
    const doubling =
      '<businessKnowledgeModel id="double" name="double"><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>';
    const asking = literal('a', 'double(x)').replace(
      '<literalExpression>',
      '<knowledgeRequirement><requiredKnowledge href="#double"/></knowledgeRequirement><literalExpression>',
    );
    const engine = startEngine();
    engine.deploy(rules(asking, doubling));

    // when
    const { record } = evaluate(engine, { decisionId: 'a', variables: '{"x":21}' }) ?? {};

    // then
    expect(record?.value).toMatchObject({
      decisionOutput: '42',
      evaluatedDecisions: [
        { decisionId: 'double', decisionKey: NO_KEY, decisionVersion: -1, decisionOutput: '42' },
        { decisionId: 'a', decisionVersion: 1, decisionOutput: '42' },
      ],
    });
  });

  it("should mean what Camunda means where the standard's kit wants something else", () => {
    const engine = startEngine();
    engine.deploy(rules(literal('a', '["a"[1], string length("\u{1f40e}"), {k: 1, k: 2}.k]')));
    expect(engine.evaluateDecision('a').value.decisionOutput).toBe('[null,2,2]');
  });

  it('should refuse what writes more than a step may', () => {
    const engine = startEngine();
    const text = `for i in 1..60000 return "${'x'.repeat(100)}"`;
    engine.deploy(rules(literal('a', text), literal('b', 'a', { requires: ['a'] })));
    expect(rejectionOf(evaluate(engine, { decisionId: 'b', tenantId: '<default>' }))).toMatch(
      /Expected one step to write at most 16777216 bytes of records/,
    );
  });
});
