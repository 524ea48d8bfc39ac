import type { EvaluationContext, EvaluationWarning, FeelValue } from '@waggle/feel';

/** What a decision's value is computed by, in the words of records and of the REST API. */
export type DecisionType =
  | 'DECISION_TABLE'
  | 'LITERAL_EXPRESSION'
  | 'CONTEXT'
  | 'INVOCATION'
  | 'LIST'
  | 'RELATION'
  /** Everything the reference has no word for: conditionals, iterators, filters, functions. */
  | 'UNKNOWN';

/** One DMN file: a graph of decisions, compiled, immutable, evaluated any number of times. */
export interface DecisionRequirements {
  /** `id` of the definitions. */
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  /** In document order; those of imported files are not among them. */
  readonly decisions: readonly Decision[];

  /**
   * Evaluates a decision by its id and, before it, each decision it requires: depth first, in document order, once.
   * Never throws; all of it together stays within the budgets of one FEEL evaluation times a fixed number.
   * @param context the variables the decision sees, by name; names of required decisions win over them.
   */
  evaluate(decisionId: string, context: EvaluationContext): DecisionEvaluation;

  /**
   * Invokes a decision service by its id or name; parameters (input data, input decisions) come from the context.
   * Engines of the reference know no services, so nothing but tests and conformance runs asks for one by itself.
   */
  evaluateService(serviceName: string, context: EvaluationContext): DecisionEvaluation;
}

export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly type: DecisionType;
  /** `zeebe:versionTag` of the decision; empty when it has none. */
  readonly versionTag: string;
}

export type DecisionEvaluation = {
  /**
   * Everything evaluated, in order: required ones first, the decision asked for last. Each invocation of a business
   * knowledge model is an entry, too, before the decision that makes it; up to a limit.
   */
  readonly evaluatedDecisions: readonly EvaluatedDecision[];
  readonly warnings: readonly EvaluationWarning[];
} & (
  | { readonly ok: true; readonly output: FeelValue }
  | {
      readonly ok: false;
      /** A sentence that names the decision and what its evaluation came upon. */
      readonly message: string;
      /** Id of the decision that failed: the one asked for, or one it requires. */
      readonly failedDecisionId: string;
    }
);

export interface EvaluatedDecision {
  readonly decision: Decision;
  /** null for one that failed, unless it is its type that failed. */
  readonly output: FeelValue;
  /** Of a decision table, in the order of its columns; empty otherwise. */
  readonly inputs: readonly EvaluatedInput[];
  /** Of a decision table, in document order; empty otherwise. */
  readonly matchedRules: readonly MatchedRule[];
}

export interface EvaluatedInput {
  /** Empty when the column has none, likewise `name`. */
  readonly id: string;
  /** The label of the column, otherwise the text of its expression. */
  readonly name: string;
  readonly value: FeelValue;
}

export interface MatchedRule {
  readonly id: string;
  /** 1-based, counted over all rules of the table. */
  readonly index: number;
  readonly outputs: readonly EvaluatedOutput[];
}

export interface EvaluatedOutput {
  readonly id: string;
  /** The label of the column, otherwise its name. */
  readonly name: string;
  readonly value: FeelValue;
}
