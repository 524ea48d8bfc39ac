import { describeValue, EvaluationFailed } from '@waggle/feel';
import type { CompileHitPolicy } from '../hit-policy.ts';

/** At most one rule may match. */
export const unique: CompileHitPolicy = ({ valueOfRow }) => ({
  result: (_run, rows) => {
    const [row = []] = rows;
    if (rows.length === 1) return valueOfRow(row);
    throw new EvaluationFailed(
      `multiple values aren't allowed for UNIQUE hit policy. found: '${describeValue(rows.map(valueOfRow))}'`,
    );
  },
});
