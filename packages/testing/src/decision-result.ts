import type { DecisionEvaluationValue } from '@waggle/protocol';

/** What evaluating a decision gave. */
export interface DecisionResult {
  readonly output: unknown;
  /** Everything evaluated: required decisions and functions first, the decision asked for last. */
  readonly evaluated: readonly EvaluatedDecisionView[];
}

export interface EvaluatedDecisionView {
  readonly decisionId: string;
  /** null for one that failed. */
  readonly output: unknown;
  /** Of a decision table, by the label of the column or, without one, its expression. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Of a decision table, the rules that matched, 1-based in the order of the file. */
  readonly matchedRules: readonly number[];
}

/** A decision could not be evaluated. */
export class DecisionFailed extends Error {
  override readonly name = 'DecisionFailed';
  /** The one that failed: the decision asked for, or one that it requires. */
  readonly decisionId: string;
  /** What was evaluated until then. */
  readonly evaluated: readonly EvaluatedDecisionView[];

  constructor({ evaluationFailureMessage, failedDecisionId, ...value }: DecisionEvaluationValue) {
    super(evaluationFailureMessage);
    this.decisionId = failedDecisionId;
    this.evaluated = evaluatedViews(value);
  }
}

/** @throws {DecisionFailed} */
export function decisionResult(value: DecisionEvaluationValue): DecisionResult {
  if (value.failedDecisionId !== '') throw new DecisionFailed(value);
  return { output: JSON.parse(value.decisionOutput), evaluated: evaluatedViews(value) };
}

function evaluatedViews({ evaluatedDecisions }: Pick<DecisionEvaluationValue, 'evaluatedDecisions'>) {
  return evaluatedDecisions.map(
    ({ decisionId, decisionOutput, evaluatedInputs, matchedRules }): EvaluatedDecisionView => ({
      decisionId,
      output: JSON.parse(decisionOutput),
      inputs: Object.fromEntries(
        evaluatedInputs.map(({ inputName, inputValue }) => [inputName, JSON.parse(inputValue)]),
      ),
      matchedRules: matchedRules.map(({ ruleIndex }) => ruleIndex),
    }),
  );
}
