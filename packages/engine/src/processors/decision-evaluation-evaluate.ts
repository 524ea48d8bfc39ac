import { type EvaluationContext, fromJsonText } from '@waggle/feel';
import {
  DEFAULT_TENANT_ID,
  type DecisionEvaluationValue,
  type DecisionValue,
  NO_KEY,
  RejectionType,
} from '@waggle/protocol';
import { evaluateDecision } from '../behavior/decisions/decision-evaluation.ts';
import { emptyContext } from '../behavior/expressions/evaluate-expression.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { tenantName } from '../state/table-names.ts';
import type { Processor } from './processor.ts';

/** Evaluates a decision for a client, who is answered with all that was evaluated, also when it failed. */
export const decisionEvaluationEvaluate: Processor<DecisionEvaluationValue> = (processing, command) => {
  const decision = findDecision(processing, command.value);
  if (decision instanceof Rejection) return processing.write.reject(decision.type, decision.reason);
  const variables = parseVariables(command.value.variables);
  if (variables instanceof Rejection) return processing.write.reject(variables.type, variables.reason);
  const context = contextOf(processing, decision.tenantId, variables);
  processing.write.respond(evaluateDecision(processing, decision, { context }).record);
};

/** By its id the latest version; otherwise by its key. */
function findDecision({ state }: Processing, value: DecisionEvaluationValue): DecisionValue | Rejection {
  const { decisionId, decisionKey } = value;
  const tenantId = value.tenantId === '' ? DEFAULT_TENANT_ID : value.tenantId;
  if (decisionId !== '') {
    const latest = state.latestDecisions.get(tenantName(decisionId, tenantId));
    return (latest && state.decisions.get(latest.key)) ?? notFound(decisionId, 'id');
  }
  if (decisionKey === NO_KEY) {
    return new Rejection(
      RejectionType.INVALID_ARGUMENT,
      'Expected either a decision id or a valid decision key, but none provided',
    );
  }
  const decision = state.decisions.get(decisionKey);
  return decision?.tenantId === tenantId ? decision : notFound(`${decisionKey}`, 'key');
}

function notFound(name: string, kind: 'id' | 'key'): Rejection {
  return new Rejection(
    RejectionType.NOT_FOUND,
    `Expected to evaluate decision '${name}', but no decision found for ${kind} '${name}'`,
  );
}

function contextOf(
  processing: Processing,
  tenantId: string,
  variables: ReadonlyMap<string, string>,
): EvaluationContext {
  const outer = emptyContext(processing, tenantId);
  return {
    ...outer,
    variable(name) {
      const json = variables.get(name);
      return json === undefined ? outer.variable(name) : fromJsonText(json);
    },
  };
}
