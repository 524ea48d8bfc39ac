import type { CompileHitPolicy } from '../hit-policy.ts';
import { compileOutputPriorities } from '../output-priorities.ts';

/** All, in the order of the lists of output values. */
export const outputOrder: CompileHitPolicy = ({ outputs, compilation, valueOfRow }) => {
  const prioritize = compileOutputPriorities(outputs, compilation);
  return { result: (run, rows, variables) => prioritize(run, rows, variables).map(valueOfRow) };
};
