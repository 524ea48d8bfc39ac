import type { GlobalListenerValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const globalListenerDelete: Processor<GlobalListenerValue> = () => {
  throw new Error('NOT BUILT YET');
};
