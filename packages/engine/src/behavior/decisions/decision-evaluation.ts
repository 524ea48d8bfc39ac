/** Evaluates a deployed decision and writes down everything that was evaluated. */
import type { EvaluatedDecision, MatchedRule } from '@waggle/dmn';
import { type EvaluationContext, type FeelValue, toJsonText } from '@waggle/feel';
import {
  DecisionEvaluationIntent,
  type DecisionEvaluationValue,
  type DecisionValue,
  decisionEvaluationCommandValue,
  type EvaluatedDecisionValue,
  type Key,
  type LogRecord,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';

/** Who asked: a business rule task; nobody when a client did. */
export type EvaluationOrigin = Pick<
  DecisionEvaluationValue,
  | 'bpmnProcessId'
  | 'processDefinitionKey'
  | 'processInstanceKey'
  | 'rootProcessInstanceKey'
  | 'elementId'
  | 'elementInstanceKey'
>;

export type DecisionOutcome =
  | { readonly ok: true; readonly output: FeelValue; readonly record: LogRecord }
  | { readonly ok: false; readonly message: string; readonly record: LogRecord };

/** Writes DECISION_EVALUATION EVALUATED, or FAILED with all that was evaluated before the failure. */
export function evaluateDecision(
  processing: Processing,
  decision: DecisionValue,
  { context, origin }: { readonly context: EvaluationContext; readonly origin?: EvaluationOrigin },
): DecisionOutcome {
  const { decisionId, decisionName, decisionKey, decisionRequirementsId, decisionRequirementsKey, tenantId } = decision;
  const result = processing.decisionModels.get(decisionRequirementsKey).evaluate(decisionId, context);
  const evaluationKey = processing.keys.next();
  const value = decisionEvaluationCommandValue({
    ...origin,
    decisionKey,
    decisionId,
    decisionName,
    decisionVersion: decision.version,
    decisionRequirementsId,
    decisionRequirementsKey,
    evaluatedDecisions: result.evaluatedDecisions.map((evaluated, index) =>
      evaluatedDecisionValue(processing, evaluated, {
        decisionRequirementsKey,
        tenantId,
        decisionEvaluationInstanceKey: `${evaluationKey}-${index + 1}`,
      }),
    ),
    tenantId,
  });
  const { EVALUATED, FAILED } = DecisionEvaluationIntent;
  if (result.ok) {
    const evaluated = { ...value, decisionOutput: toJsonText(result.output) };
    const record = processing.write.event(ValueType.DECISION_EVALUATION, EVALUATED, evaluationKey, evaluated);
    return { ok: true, output: result.output, record };
  }
  const { message, failedDecisionId } = result;
  const failed = { ...value, evaluationFailureMessage: message, failedDecisionId };
  const record = processing.write.event(ValueType.DECISION_EVALUATION, FAILED, evaluationKey, failed);
  return { ok: false, message, record };
}

function evaluatedDecisionValue(
  { state }: Processing,
  { decision, output, inputs, matchedRules }: EvaluatedDecision,
  {
    decisionRequirementsKey,
    decisionEvaluationInstanceKey,
    tenantId,
  }: {
    readonly decisionRequirementsKey: Key;
    readonly decisionEvaluationInstanceKey: string;
    readonly tenantId: string;
  },
): EvaluatedDecisionValue {
  const decisionKey = state.requiredDecisions.get(decisionRequirementsKey, decision.id) ?? NO_KEY;
  const decisionVersion = state.decisions.get(decisionKey)?.version ?? -1;
  return {
    decisionEvaluationInstanceKey,
    decisionId: decision.id,
    decisionName: decision.name,
    decisionKey,
    decisionVersion,
    decisionType: decision.type,
    decisionOutput: toJsonText(output),
    evaluatedInputs: inputs.map(({ id, name, value }) => ({
      inputId: id,
      inputName: name,
      inputValue: toJsonText(value),
    })),
    matchedRules: matchedRules.map((rule) => ({
      ruleId: ruleIdOf(rule, decision.id, decisionVersion),
      ruleIndex: rule.index,
      evaluatedOutputs: rule.outputs.map(({ id, name, value }) => ({
        outputId: id,
        outputName: name,
        outputValue: toJsonText(value),
      })),
    })),
    tenantId,
  };
}

/** Stores of history identify a matched rule by its id: one without gets Camunda's, the same at every evaluation. */
function ruleIdOf({ id, index }: MatchedRule, decisionId: string, decisionVersion: number): string {
  return id.trim() === '' ? `ZB_SYNTH_RULE_ID_${decisionId}_v${decisionVersion}_r${index}` : id;
}
