import type { FeelValue, Run } from '@waggle/feel';
import { addNumbers, compareNumbers, describeValue, EvaluationFailed, type FeelNumber, isNumber } from '@waggle/feel';
import type { CompileHitPolicy } from '../hit-policy.ts';

/** All, in document order, or what the aggregation makes of them. */
export const collect: CompileHitPolicy = ({ aggregation = '', valueOfRow }) => {
  const aggregate = Object.hasOwn(aggregators, aggregation) ? aggregators[aggregation] : undefined;
  return {
    result: (run, rows) => {
      const values = rows.map(valueOfRow);
      return aggregate === undefined ? values : aggregate(run, values);
    },
  };
};

/** By the value of the attribute `aggregation`. */
export const aggregators: Readonly<Record<string, (run: Run, values: readonly FeelValue[]) => FeelValue>> = {
  COUNT: (_run, values) => values.length,
  SUM: (run, values) => folded(run, values, addNumbers),
  MIN: (run, values) => folded(run, values, (left, right) => (compareNumbers(right, left) < 0 ? right : left)),
  MAX: (run, values) => folded(run, values, (left, right) => (compareNumbers(right, left) > 0 ? right : left)),
};

function folded(
  run: Run,
  values: readonly FeelValue[],
  combine: (left: FeelNumber, right: FeelNumber) => FeelNumber | undefined,
): FeelValue {
  let result: FeelNumber | undefined;
  for (const value of values) {
    run.charge(1);
    if (!isNumber(value)) throw new EvaluationFailed(`expected number but found '${describeValue(value)}'`);
    result = result === undefined ? value : combine(result, value);
    if (result === undefined) throw new EvaluationFailed('expected a sum of at most 34 digits and 6144 places');
  }
  return result ?? null;
}
