import type { GlobalListenerBatchValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const globalListenerBatchConfigure: Processor<GlobalListenerBatchValue> = () => {
  throw new Error('NOT BUILT YET');
};
