import type { FeelValue, Run, Variables } from '@waggle/feel';
import type { Compilation } from '../expressions/expression-kind.ts';
import type { OutputColumn } from './table.ts';

/** The output values of one rule, in the order of the columns. */
export type OutputRow = readonly FeelValue[];

/** How the outputs of the rules that match become one result. */
export interface HitPolicy {
  /** Only the first rule that matches is of interest. */
  readonly isFirstOnly?: boolean;
  /**
   * @param rows those of the rules that match, at least one, in document order
   * @throws {EvaluationFailed} the policy forbids such rows
   */
  readonly result: (run: Run, rows: readonly OutputRow[], variables: Variables) => FeelValue;
}

/** What a policy is made from, besides the rows. */
export interface HitPolicyTable {
  readonly outputs: readonly OutputColumn[];
  /** `SUM`, …; undefined when the table has none. */
  readonly aggregation: string | undefined;
  readonly compilation: Compilation;
  /** A row as a value: that of the only column, or a context by the names of the columns. */
  readonly valueOfRow: (row: OutputRow) => FeelValue;
}

export type CompileHitPolicy = (table: HitPolicyTable) => HitPolicy;
