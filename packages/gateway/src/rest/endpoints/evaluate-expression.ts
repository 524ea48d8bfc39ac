import { NO_KEY } from '@waggle/protocol';
import { checkTenantId, evaluateExpression as evaluate } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { jsonArray, jsonObject, jsonText } from '../json-text.ts';
import { keyMember } from '../key-member.ts';
import { expressionEvaluationRequest, expressionEvaluationResult } from '../schemas/expression-evaluation-request.ts';

export const evaluateExpression = defineEndpoint({
  method: 'POST',
  path: '/expression/evaluation',
  operationId: 'evaluateExpression',
  tag: 'Expression',
  summary: 'Evaluates an expression as the engine would',
  since: '8.9',
  body: jsonBody(expressionEvaluationRequest),
  success: { status: 200, description: 'What came of it.', schema: expressionEvaluationResult },
  errors: [400, 404, 500, 503],

  async handle(call) {
    const { body } = call;
    const scopeKey = keyMember('scopeKey', body.scopeKey);
    const { value } = await evaluate(call.dispatch.router, {
      expression: body.expression,
      scopeKey: scopeKey === NO_KEY ? undefined : scopeKey,
      variables: call.variables(),
      tenantId: checkTenantId('request Evaluate Expression', body.tenantId ?? ''),
    });
    return ok(
      jsonObject({
        expression: jsonText(value.expression),
        result: value.resultValue || 'null',
        warnings: jsonArray(value.warnings.map((message) => jsonObject({ message: jsonText(message) }))),
        referencedSecrets: '[]',
      }),
    );
  },
});
