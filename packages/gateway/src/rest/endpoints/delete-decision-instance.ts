import { deleteDecisionInstance as deleteEvaluation } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, optionalJsonBody } from '../endpoint.ts';
import { requireKnown } from '../require-known.ts';
import { decisionEvaluationKey } from '../schemas/keys.ts';
import { deleteDecisionInstanceRequest } from '../schemas/operation-requests.ts';

export const deleteDecisionInstance = defineEndpoint({
  method: 'POST',
  path: '/decision-instances/{decisionEvaluationKey}/deletion',
  operationId: 'deleteDecisionInstance',
  tag: 'Decision instance',
  summary: 'Forgets an evaluation with all decisions that it took',
  since: '8.9',
  parameters: { decisionEvaluationKey },
  body: optionalJsonBody(deleteDecisionInstanceRequest),
  success: { status: 204, description: 'The evaluation is forgotten.' },
  errors: [400, 404, 500, 503],

  async handle(call) {
    const key = call.key('decisionEvaluationKey');
    const filter = { decisionEvaluationKey: String(key) };
    await requireKnown(
      call,
      { kind: 'search', entity: 'DecisionInstance', request: { filter, page: { limit: 1 } } },
      `decision instance with evaluation key '${key}'`,
    );
    await deleteEvaluation(call.dispatch.router, {
      decisionEvaluationKey: key,
      operationReference: call.operationReference(),
    });
    return noContent;
  },
});
