import type { SignalValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const signalBroadcasted: Applier<SignalValue> = () => {
  // Tells the world and the client; what the signal triggers changes the state.
};
