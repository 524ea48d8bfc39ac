import type { CompileHitPolicy } from '../hit-policy.ts';
import { compileOutputPriorities } from '../output-priorities.ts';

/** The row whose values come first in the lists of output values. */
export const priority: CompileHitPolicy = ({ outputs, compilation, valueOfRow }) => {
  const prioritize = compileOutputPriorities(outputs, compilation);
  return { result: (run, rows, variables) => valueOfRow(prioritize(run, rows, variables)[0] ?? []) };
};
