import type { SignalValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const signalBroadcasted: Applier<SignalValue> = () => {
  throw new Error('NOT BUILT YET');
};
