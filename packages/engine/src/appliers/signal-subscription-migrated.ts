import type { SignalSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const signalSubscriptionMigrated: Applier<SignalSubscriptionValue> = () => {
  throw new Error('NOT BUILT YET');
};
