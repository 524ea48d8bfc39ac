import type { ConditionalEvaluationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const conditionalEvaluationEvaluated: Applier<ConditionalEvaluationValue> = () => {
  throw new Error('NOT BUILT YET');
};
