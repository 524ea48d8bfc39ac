import type { ConditionalEvaluationValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const conditionalEvaluationEvaluate: Processor<ConditionalEvaluationValue> = () => {
  throw new Error('NOT BUILT YET');
};
