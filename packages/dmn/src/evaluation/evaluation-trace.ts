import { BudgetExceeded, chargeResult, type FeelValue, type Run } from '@waggle/feel';
import type { Decision, EvaluatedDecision } from '../decision-requirements.ts';
import type { DecisionTrace } from '../expressions/expression-kind.ts';
import { limits } from '../limits.ts';

/**
 * What records tell of an evaluation: every decision, and every invocation of a business knowledge model, each behind
 * those it needed. Whoever keeps it writes it out, so all of it counts as work of the run.
 */
export class EvaluationTrace {
  readonly evaluated: EvaluatedDecision[] = [];
  #invocations = 0;

  /** Evaluates and writes it down; what fails with null, or with the value that has not the type declared. */
  decision(run: Run, decision: Decision, evaluate: (trace: DecisionTrace) => FeelValue): FeelValue {
    const trace: DecisionTrace = { output: null, inputs: [], matchedRules: [] };
    try {
      const output = evaluate(trace);
      this.#add(run, { ...trace, decision, output });
      return output;
    } catch (error) {
      const failed = { ...trace, decision };
      // Without steps left nothing goes on, so nothing more is written down either.
      if (error instanceof BudgetExceeded) this.evaluated.push(failed);
      else this.#add(run, failed);
      throw error;
    }
  }

  /** The same for an invocation; those beyond `recordedInvocationsMax` are not written down. */
  invocation(run: Run, decision: Decision, evaluate: (trace: DecisionTrace | undefined) => FeelValue): FeelValue {
    this.#invocations += 1;
    return this.#invocations > limits.recordedInvocationsMax
      ? evaluate(undefined)
      : this.decision(run, decision, evaluate);
  }

  #add(run: Run, entry: EvaluatedDecision): void {
    run.charge(chargeResult(entry.output));
    for (const { value } of entry.inputs) run.charge(chargeResult(value));
    for (const rule of entry.matchedRules) for (const { value } of rule.outputs) run.charge(chargeResult(value));
    this.evaluated.push(entry);
  }
}
