import type { GlobalListenerValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const globalListenerUpdate: Processor<GlobalListenerValue> = () => {
  throw new Error('NOT BUILT YET');
};
