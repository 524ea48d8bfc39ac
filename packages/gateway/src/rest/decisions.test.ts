import { DecisionEvaluationIntent, keyOf, NO_KEY, RejectionType, ValueType } from '@waggle/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { evaluatedValue, failedValue } from '../../test/decision-samples.ts';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { eventResponse, rejectionResponse } from '../../test/scripted-port.ts';
import { sentCommand } from '../../test/sent-command.ts';

let rest: RestFixture;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(() => {
  rest.port.sent.length = 0;
  rest.port.script = () => undefined;
});

const PATH = '/v2/decision-definitions/evaluation';
const KEY = keyOf(1, 30n);
const PRECISE = '{"id":9007199254740993123,"price":10.00}';

describe('POST /v2/decision-definitions/evaluation', () => {
  it('should answer with everything evaluated', async () => {
    // given
    rest.port.script = ({ command }) => eventResponse(command, KEY, evaluatedValue);

    // when
    const answer = await rest.request('POST', PATH, `{"decisionDefinitionId":"discount","variables":${PRECISE}}`);

    // then
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      decisionDefinitionId: 'discount',
      decisionDefinitionKey: String(keyOf(1, 21n)),
      decisionDefinitionName: 'Discount',
      decisionDefinitionVersion: 2,
      decisionEvaluationKey: String(KEY),
      decisionInstanceKey: String(KEY),
      decisionRequirementsId: 'pricing',
      decisionRequirementsKey: String(keyOf(1, 20n)),
      failedDecisionDefinitionId: null,
      failureMessage: null,
      output: '0.10',
      tenantId: '<default>',
      evaluatedDecisions: [
        {
          decisionDefinitionId: 'discount',
          decisionDefinitionName: 'Discount',
          decisionDefinitionVersion: 2,
          decisionDefinitionType: 'DECISION_TABLE',
          output: '0.10',
          tenantId: '<default>',
          matchedRules: [
            {
              ruleId: 'rule_2',
              ruleIndex: 2,
              evaluatedOutputs: [
                { outputId: 'out', outputName: 'rate', outputValue: '0.10', ruleId: 'rule_2', ruleIndex: 2 },
              ],
            },
          ],
          evaluatedInputs: [{ inputId: 'in', inputName: 'Amount', inputValue: '100' }],
          decisionDefinitionKey: String(keyOf(1, 21n)),
          decisionEvaluationInstanceKey: `${KEY}-1`,
        },
      ],
    });
    expect(sentCommand(rest.port)).toMatchObject({
      valueType: ValueType.DECISION_EVALUATION,
      intent: DecisionEvaluationIntent.EVALUATE,
      key: NO_KEY,
      value: { decisionId: 'discount', decisionKey: NO_KEY, variables: PRECISE, tenantId: '<default>' },
    });
  });

  it('should answer an evaluation that failed with what failed', async () => {
    // given
    rest.port.script = ({ command }) => eventResponse(command, KEY, failedValue);

    // when
    const answer = await rest.request('POST', PATH, { decisionDefinitionKey: String(keyOf(1, 21n)) });

    // then
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      failedDecisionDefinitionId: 'rate',
      failureMessage: "Expected to evaluate decision 'discount', but more than one rule matched",
      output: 'null',
      evaluatedDecisions: [],
    });
    expect(sentCommand(rest.port)).toMatchObject({
      value: { decisionId: '', decisionKey: keyOf(1, 21n), variables: '{}' },
    });
  });

  it('should tell that no such decision is deployed', async () => {
    rest.port.script = ({ command }) =>
      rejectionResponse(command, RejectionType.NOT_FOUND, "Expected to evaluate decision 'x', but there is none");

    const answer = await rest.request('POST', PATH, { decisionDefinitionId: 'x' });

    expect(answer.json).toMatchObject({ status: 404, title: 'NOT_FOUND' });
  });

  it.each([
    [{}, 'At least one of [decisionDefinitionId, decisionDefinitionKey] is required.'],
    [
      { decisionDefinitionId: 'a', decisionDefinitionKey: '1' },
      'Only one of [decisionDefinitionId, decisionDefinitionKey] is allowed.',
    ],
    [{ decisionDefinitionId: 'a', name: 'b' }, 'Request property [name] cannot be parsed'],
    [
      { decisionDefinitionId: 'a', tenantId: 'acme' },
      "Expected to handle request Evaluate Decision with tenant identifier 'acme', but multi-tenancy is disabled.",
    ],
  ])('should refuse %j', async (body, detail) => {
    const answer = await rest.request('POST', PATH, body);

    expect(answer.json).toMatchObject({ status: 400, detail });
    expect(rest.port.sent).toEqual([]);
  });
});
