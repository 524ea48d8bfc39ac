import { describeValue, EvaluationFailed, equalValues, type FeelValue } from '@waggle/feel';
import type { CompileHitPolicy } from '../hit-policy.ts';

/** Several rules may match when they agree. */
export const any: CompileHitPolicy = ({ valueOfRow }) => ({
  result: (run, rows) => {
    const [row = []] = rows;
    const value = valueOfRow(row);
    const isSame = (other: FeelValue): boolean => other === value || equalValues(run, value, other) === true;
    if (rows.every((other) => isSame(valueOfRow(other)))) return value;
    throw new EvaluationFailed(
      `different values aren't allowed for ANY hit policy. found: '${describeValue(rows.map(valueOfRow))}'`,
    );
  },
});
