import type { GlobalListenerBatchValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const globalListenerBatchConfigured: Applier<GlobalListenerBatchValue> = () => {
  // The listeners' own events changed the listeners.
};
