import type { SignalSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const signalSubscriptionCreated: Applier<SignalSubscriptionValue> = () => {
  throw new Error('NOT BUILT YET');
};
