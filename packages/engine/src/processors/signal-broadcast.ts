import type { SignalValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const signalBroadcast: Processor<SignalValue> = () => {
  throw new Error('NOT BUILT YET');
};
