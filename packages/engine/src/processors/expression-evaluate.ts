import type { ExpressionValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const expressionEvaluate: Processor<ExpressionValue> = () => {
  throw new Error('NOT BUILT YET');
};
