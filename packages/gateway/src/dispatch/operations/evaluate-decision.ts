import {
  DecisionEvaluationIntent,
  decisionEvaluationCommandValue,
  type Key,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';
import type { VariablesText } from '../variables-text.ts';

export interface EvaluateDecisionInput {
  /** The latest version of this id; empty = by the key. */
  readonly decisionId: string;
  /** One version; NO_KEY = by the id. */
  readonly decisionKey: Key;
  readonly variables: VariablesText;
  /** Checked by `checkTenantId`. */
  readonly tenantId: string;
}

/** Evaluates a decision. One that fails is answered as well, with all that was evaluated before. */
export async function evaluateDecision(
  router: CommandRouter,
  input: EvaluateDecisionInput,
): Answer<typeof ValueType.DECISION_EVALUATION> {
  return router.sendToAny({
    valueType: ValueType.DECISION_EVALUATION,
    intent: DecisionEvaluationIntent.EVALUATE,
    key: NO_KEY,
    value: decisionEvaluationCommandValue(input),
  });
}
