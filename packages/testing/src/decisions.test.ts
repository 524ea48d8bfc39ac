import { expect, test } from 'vitest';
import { flow, model } from '../test/models.ts';
import { assertThat, CommandRejected, createTestEngine, DecisionFailed } from './index.ts';

const SHIPPING = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="prices" name="prices" namespace="test">
  <decision id="shipping" name="Shipping">
    <variable name="shipping"/>
    <informationRequirement><requiredDecision href="#size"/></informationRequirement>
    <literalExpression><text>if size = "box" then 5 else 1</text></literalExpression>
  </decision>
  <decision id="size" name="Size">
    <decisionTable>
      <input label="Weight"><inputExpression><text>weight</text></inputExpression></input>
      <output name="size"/>
      <rule><inputEntry><text>&lt; 1</text></inputEntry><outputEntry><text>"letter"</text></outputEntry></rule>
      <rule><inputEntry><text>&gt;= 1</text></inputEntry><outputEntry><text>"box"</text></outputEntry></rule>
      <rule><inputEntry><text>&gt; 100</text></inputEntry><outputEntry><text>"pallet"</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`;

const asking = model(
  'asking',
  `<bpmn:startEvent id="start"/>
   <bpmn:businessRuleTask id="decide"><bpmn:extensionElements><zeebe:calledDecision decisionId="shipping" resultVariable="price"/></bpmn:extensionElements></bpmn:businessRuleTask>
   ${flow('start', 'decide')}`,
);

function engineWithPrices() {
  const engine = createTestEngine();
  engine.deploy(SHIPPING);
  return engine;
}

test('should evaluate a decision and tell what led to it', () => {
  expect(engineWithPrices().evaluateDecision('shipping', { weight: 2 })).toEqual({
    output: 5,
    evaluated: [
      { decisionId: 'size', output: 'box', inputs: { Weight: 2 }, matchedRules: [2] },
      { decisionId: 'shipping', output: 5, inputs: {}, matchedRules: [] },
    ],
  });
});

test('should throw when a decision fails, naming the one that did', () => {
  const engine = engineWithPrices();
  const evaluate = () => engine.evaluateDecision('shipping', { weight: 101 });
  expect(evaluate).toThrow(DecisionFailed);
  expect(evaluate).toThrow(
    expect.objectContaining({
      decisionId: 'size',
      message: expect.stringContaining("Expected to evaluate decision 'shipping'"),
      evaluated: [{ decisionId: 'size', output: null, inputs: { Weight: 101 }, matchedRules: [2, 3] }],
    }),
  );
});

test('should throw when there is no such decision', () => {
  expect(() => engineWithPrices().evaluateDecision('customs')).toThrow(CommandRejected);
});

test('should run business rule tasks and tell of them', () => {
  // given
  const engine = engineWithPrices();
  engine.deploy(asking);

  // when
  const instance = engine.start('asking', { variables: { weight: 0.5 } });

  // then
  assertThat(instance).isCompleted().hasVariables({ price: 1 });
  expect(engine.history(instance)).toContain("decide decision 'shipping' = 1");
});

test('should raise an incident when the decision of a task fails', () => {
  const engine = engineWithPrices();
  engine.deploy(asking);
  const instance = engine.start('asking', { variables: { weight: 101 } });
  assertThat(instance).hasIncident({ type: 'DECISION_EVALUATION_ERROR', elementId: 'decide' });
});

test.each([[7], ['a "quoted" \\ text'], [null], [true], [{ rate: 0.25, parts: [1, 'two', null] }]])(
  'should put a decision with the output %j in place of another',
  (output) => {
    // given
    const engine = engineWithPrices();
    engine.deploy(asking);

    // when
    engine.mockDecision('shipping', output);

    // then
    assertThat(engine.start('asking')).isCompleted().hasVariables({ price: output });
  },
);

test('should refuse a decision model with mistakes', () => {
  expect(() => createTestEngine().deploy(SHIPPING.replace('#size', '#sise'))).toThrow(/#sise/);
});
