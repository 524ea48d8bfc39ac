import type { DecisionEvaluationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const decisionEvaluationEvaluated: Applier<DecisionEvaluationValue> = () => {
  // Only tells what was decided; a task's variables have events of their own.
};
