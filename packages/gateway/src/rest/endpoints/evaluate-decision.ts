import type { EvaluatedDecisionValue, MatchedDecisionRule } from '@waggle/protocol';
import { checkTenantId, evaluateDecision as evaluate } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { jsonArray, jsonKey, jsonObject, jsonText, jsonTextOrNull } from '../json-text.ts';
import { keyMember } from '../key-member.ts';
import { decisionEvaluationInstruction, evaluateDecisionResult } from '../schemas/decision-evaluation-instruction.ts';

export const evaluateDecision = defineEndpoint({
  method: 'POST',
  path: '/decision-definitions/evaluation',
  operationId: 'evaluateDecision',
  tag: 'Decision definition',
  summary: 'Evaluates a decision',
  since: '8.6',
  body: jsonBody(decisionEvaluationInstruction),
  success: {
    status: 200,
    description: 'The decision was evaluated; `failureMessage` says why where that failed.',
    schema: evaluateDecisionResult,
  },
  errors: [400, 404, 500, 503],

  async handle(call) {
    const { body } = call;
    const { key, value } = await evaluate(call.dispatch.router, {
      decisionId: body.decisionDefinitionId ?? '',
      decisionKey: keyMember('decisionDefinitionKey', body.decisionDefinitionKey),
      variables: call.variables(),
      tenantId: checkTenantId('request Evaluate Decision', body.tenantId ?? ''),
    });
    return ok(
      jsonObject({
        decisionDefinitionId: jsonText(value.decisionId),
        decisionDefinitionKey: jsonKey(value.decisionKey),
        decisionDefinitionName: jsonText(value.decisionName),
        decisionDefinitionVersion: String(value.decisionVersion),
        decisionEvaluationKey: jsonKey(key),
        decisionInstanceKey: jsonKey(key),
        decisionRequirementsId: jsonText(value.decisionRequirementsId),
        decisionRequirementsKey: jsonKey(value.decisionRequirementsKey),
        evaluatedDecisions: jsonArray(value.evaluatedDecisions.map(evaluatedDecision)),
        failedDecisionDefinitionId: jsonTextOrNull(value.failedDecisionId),
        failureMessage: jsonTextOrNull(value.evaluationFailureMessage),
        output: jsonText(value.decisionOutput),
        tenantId: jsonText(value.tenantId),
      }),
    );
  },
});

function evaluatedDecision(evaluated: EvaluatedDecisionValue): string {
  return jsonObject({
    decisionDefinitionId: jsonText(evaluated.decisionId),
    decisionDefinitionName: jsonText(evaluated.decisionName),
    decisionDefinitionVersion: String(evaluated.decisionVersion),
    decisionDefinitionType: jsonText(evaluated.decisionType),
    output: jsonText(evaluated.decisionOutput),
    tenantId: jsonText(evaluated.tenantId),
    matchedRules: jsonArray(evaluated.matchedRules.map(matchedRule)),
    evaluatedInputs: jsonArray(
      evaluated.evaluatedInputs.map(({ inputId, inputName, inputValue }) =>
        jsonObject({ inputId: jsonText(inputId), inputName: jsonText(inputName), inputValue: jsonText(inputValue) }),
      ),
    ),
    decisionDefinitionKey: jsonKey(evaluated.decisionKey),
    decisionEvaluationInstanceKey: jsonText(evaluated.decisionEvaluationInstanceKey),
  });
}

function matchedRule({ ruleId, ruleIndex, evaluatedOutputs }: MatchedDecisionRule): string {
  return jsonObject({
    ruleId: jsonText(ruleId),
    ruleIndex: String(ruleIndex),
    evaluatedOutputs: jsonArray(
      evaluatedOutputs.map(({ outputId, outputName, outputValue }) =>
        jsonObject({
          outputId: jsonText(outputId),
          outputName: jsonText(outputName),
          outputValue: jsonText(outputValue),
          ruleId: jsonText(ruleId),
          ruleIndex: String(ruleIndex),
        }),
      ),
    ),
  });
}
