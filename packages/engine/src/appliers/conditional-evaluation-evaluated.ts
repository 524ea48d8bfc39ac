import type { ConditionalEvaluationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const conditionalEvaluationEvaluated: Applier<ConditionalEvaluationValue> = () => {
  // Tells the world and the client which instances were started.
};
