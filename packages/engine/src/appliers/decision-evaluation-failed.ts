import type { DecisionEvaluationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const decisionEvaluationFailed: Applier<DecisionEvaluationValue> = () => {
  // Only tells what failed; a task that waits has an incident.
};
