import type { EvaluatedDecisionValue } from '@waggle/protocol';
import { evaluateDecision as evaluate } from '../../dispatch/operations/evaluate-decision.ts';
import { checkTenantId } from '../../dispatch/tenant-id.ts';
import { checkVariables } from '../../dispatch/variables-text.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { optionalKeyField } from '../wire-integer.ts';

interface EvaluateDecisionRequest {
  readonly decisionKey: string;
  readonly decisionId: string;
  readonly variables: string;
  readonly tenantId: string;
}

export const evaluateDecision = unaryRpc(async (request: EvaluateDecisionRequest, { router }) => {
  const { key, value } = await evaluate(router, {
    decisionId: request.decisionId,
    decisionKey: optionalKeyField(request.decisionKey),
    variables: checkVariables(request.variables),
    tenantId: checkTenantId('gRPC request EvaluateDecision', request.tenantId),
  });
  return {
    decisionKey: String(value.decisionKey),
    decisionId: value.decisionId,
    decisionName: value.decisionName,
    decisionVersion: value.decisionVersion,
    decisionRequirementsId: value.decisionRequirementsId,
    decisionRequirementsKey: String(value.decisionRequirementsKey),
    decisionOutput: value.decisionOutput,
    evaluatedDecisions: value.evaluatedDecisions.map(evaluatedDecisionMessage),
    // Empty when nothing failed.
    failedDecisionId: value.failedDecisionId,
    failureMessage: value.evaluationFailureMessage,
    tenantId: value.tenantId,
    decisionInstanceKey: String(key),
    decisionEvaluationKey: String(key),
  };
});

/** `gateway_protocol.EvaluatedDecision`. */
function evaluatedDecisionMessage(evaluated: EvaluatedDecisionValue): object {
  return {
    decisionKey: String(evaluated.decisionKey),
    decisionId: evaluated.decisionId,
    decisionName: evaluated.decisionName,
    decisionVersion: evaluated.decisionVersion,
    decisionType: evaluated.decisionType,
    decisionOutput: evaluated.decisionOutput,
    matchedRules: evaluated.matchedRules,
    evaluatedInputs: evaluated.evaluatedInputs,
    tenantId: evaluated.tenantId,
    decisionEvaluationInstanceKey: evaluated.decisionEvaluationInstanceKey,
  };
}
