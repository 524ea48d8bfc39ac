import { describeValue, EvaluationFailed, equalValues } from '@waggle/feel';
import type { CompileHitPolicy } from '../hit-policy.ts';

/** Several rules may match when they agree. */
export const any: CompileHitPolicy = ({ valueOfRow }) => ({
  result: (run, rows) => {
    const [row = []] = rows;
    const value = valueOfRow(row);
    if (rows.every((other) => other === row || equalValues(run, value, valueOfRow(other)) === true)) return value;
    throw new EvaluationFailed(
      `different values aren't allowed for ANY hit policy. found: '${describeValue(rows.map(valueOfRow))}'`,
    );
  },
});
