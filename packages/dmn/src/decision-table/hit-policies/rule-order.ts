import type { CompileHitPolicy } from '../hit-policy.ts';

/** All, in document order. */
export const ruleOrder: CompileHitPolicy = ({ valueOfRow }) => ({ result: (_run, rows) => rows.map(valueOfRow) });
