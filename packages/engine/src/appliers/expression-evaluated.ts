import type { ExpressionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const expressionEvaluated: Applier<ExpressionValue> = () => {
  // Only an answer.
};
