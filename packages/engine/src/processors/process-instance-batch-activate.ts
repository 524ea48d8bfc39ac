import type { ProcessInstanceBatchValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const processInstanceBatchActivate: Processor<ProcessInstanceBatchValue> = () => {
  throw new Error('NOT BUILT YET');
};
