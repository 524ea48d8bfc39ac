import { bpmn, dmn, endEvent, flow, literal, ruleTask, startEvent, table } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide, type TestReadSide } from '../../test/read-side.ts';

const discount = table('discount', {
  inputs: ['amount'],
  outputs: ['rate'],
  rules: [
    ['< 100', '0'],
    ['>= 100', 'base'],
  ],
  requires: ['base'],
});
const rules = {
  name: 'rules.dmn',
  xml: dmn('rules', discount, literal('base', 'assert(percent, percent != null) / 100')),
};

function deployRules({ engine }: TestReadSide) {
  const { decisionsMetadata, decisionRequirementsMetadata } = engine.deploy(rules);
  const keyOf = (id: string) => String(decisionsMetadata.find(({ decisionId }) => decisionId === id)!.decisionKey);
  return { keyOf, requirementsKey: String(decisionRequirementsMetadata[0]!.decisionRequirementsKey) };
}

test('should show every decision of an evaluation with its inputs and matched rules', async () => {
  // given
  const waggle = await startReadSide();
  const { keyOf } = deployRules(waggle);

  // when
  const { key } = waggle.engine.evaluateDecision('discount', { amount: 150, percent: 20 });

  // then
  const asked = {
    decisionEvaluationInstanceKey: `${key}-2`,
    decisionEvaluationKey: String(key),
    state: 'EVALUATED',
    evaluationDate: new Date(waggle.engine.nowMs).toISOString(),
    evaluationFailure: null,
    decisionDefinitionId: 'discount',
    decisionDefinitionKey: keyOf('discount'),
    decisionDefinitionName: 'discount',
    decisionDefinitionVersion: 1,
    decisionDefinitionType: 'DECISION_TABLE',
    rootDecisionDefinitionKey: keyOf('discount'),
    processDefinitionKey: null,
    processInstanceKey: null,
    rootProcessInstanceKey: null,
    elementInstanceKey: null,
    businessId: null,
    result: '0.2',
    tenantId: '<default>',
  };
  expect(await waggle.search('DecisionInstance')).toEqual([
    expect.objectContaining({
      decisionEvaluationInstanceKey: `${key}-1`,
      decisionDefinitionId: 'base',
      decisionDefinitionType: 'LITERAL_EXPRESSION',
      rootDecisionDefinitionKey: keyOf('discount'),
    }),
    asked,
  ]);
  expect(await waggle.get('DecisionInstance', `${key}-2`)).toEqual({
    ...asked,
    evaluatedInputs: [{ inputId: 'in1', inputName: 'amount', inputValue: '150' }],
    matchedRules: [
      {
        ruleId: 'rule2',
        ruleIndex: 2,
        evaluatedOutputs: [{ outputId: 'out1', outputName: 'rate', outputValue: '0.2', ruleId: 'rule2', ruleIndex: 2 }],
      },
    ],
  });
});

test('should know the task that asked, its process instance and the failure', async () => {
  // given
  const waggle = await startReadSide();
  const { keyOf, requirementsKey } = deployRules(waggle);
  const xml = bpmn(
    { id: 'p' },
    startEvent(),
    ruleTask('rule', 'discount'),
    endEvent(),
    flow('start', 'rule'),
    flow('rule', 'end'),
  );
  const { processesMetadata } = waggle.engine.deploy(xml);
  const evaluated = String(waggle.engine.create('p', { amount: 10, percent: 1 }));

  // when
  const failed = String(waggle.engine.create('p', { amount: 10 }));

  // then
  const find = (filter: object) => waggle.search('DecisionInstance', { filter: { ...filter } });
  expect(await find({ processInstanceKey: evaluated })).toMatchObject([
    { decisionDefinitionId: 'base', state: 'EVALUATED' },
    {
      decisionDefinitionId: 'discount',
      state: 'EVALUATED',
      processDefinitionKey: String(processesMetadata[0]!.processDefinitionKey),
      rootProcessInstanceKey: evaluated,
      elementInstanceKey: expect.stringMatching(/^\d+$/),
      result: '0',
    },
  ]);
  expect(await find({ state: 'FAILED' })).toMatchObject([
    {
      processInstanceKey: failed,
      decisionDefinitionId: 'base',
      result: 'null',
      evaluationFailure: expect.stringContaining('Assertion failure'),
    },
  ]);
  expect(await find({ state: { $notIn: ['FAILED'] } })).toHaveLength(2);
  expect(await find({ decisionRequirementsKey: requirementsKey })).toHaveLength(3);
  expect(await find({ rootDecisionDefinitionKey: { $in: [keyOf('discount')] } })).toHaveLength(3);
  expect(await find({ decisionDefinitionType: 'DECISION_TABLE' })).toHaveLength(1);
});

test('should page through instances in the order of their dates', async () => {
  // given
  const waggle = await startReadSide();
  deployRules(waggle);
  for (let amount = 1; amount <= 3; amount++) {
    waggle.engine.evaluateDecision('base', { percent: amount });
    waggle.engine.advance(1_000);
  }
  const sort = [{ field: 'evaluationDate', order: 'DESC' }] as const;

  // when
  const first = await waggle.searchPage('DecisionInstance', { sort, page: { limit: 2 } });
  const second = await waggle.searchPage('DecisionInstance', {
    sort,
    page: { limit: 2, after: first.page.endCursor! },
  });

  // then
  expect([...first.items, ...second.items].map(({ result }) => result)).toEqual(['0.03', '0.02', '0.01']);
});
