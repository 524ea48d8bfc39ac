import { checkTenantId, evaluateConditionals as evaluate } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { jsonArray, jsonKey, jsonObject, jsonText } from '../json-text.ts';
import { keyMember } from '../key-member.ts';
import {
  conditionalEvaluationInstruction,
  evaluateConditionalResult,
} from '../schemas/conditional-evaluation-instruction.ts';

export const evaluateConditionals = defineEndpoint({
  method: 'POST',
  path: '/conditionals/evaluation',
  operationId: 'evaluateConditionals',
  tag: 'Conditional',
  summary: 'Starts a process instance for every conditional start event that holds',
  since: '8.9',
  body: jsonBody(conditionalEvaluationInstruction),
  success: { status: 200, description: 'What started; possibly nothing.', schema: evaluateConditionalResult },
  errors: [400, 404, 500, 503],

  async handle(call) {
    const { key, value } = await evaluate(call.dispatch.router, {
      processDefinitionKey: keyMember('processDefinitionKey', call.body.processDefinitionKey),
      variables: call.variables(),
      tenantId: checkTenantId('request Evaluate Conditional', call.body.tenantId ?? ''),
    });
    return ok(
      jsonObject({
        conditionalEvaluationKey: jsonKey(key),
        tenantId: jsonText(value.tenantId),
        processInstances: jsonArray(
          value.startedProcessInstances.map(({ processDefinitionKey, processInstanceKey }) =>
            jsonObject({
              processDefinitionKey: jsonKey(processDefinitionKey),
              processInstanceKey: jsonKey(processInstanceKey),
            }),
          ),
        ),
      }),
    );
  },
});
