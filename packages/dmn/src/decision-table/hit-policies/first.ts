import type { CompileHitPolicy } from '../hit-policy.ts';

/** The first rule in document order. */
export const first: CompileHitPolicy = ({ valueOfRow }) => ({
  isFirstOnly: true,
  result: (_run, [row = []]) => valueOfRow(row),
});
