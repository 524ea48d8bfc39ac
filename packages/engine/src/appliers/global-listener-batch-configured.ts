import type { GlobalListenerBatchValue } from '@waggle/protocol';
import { GLOBAL_LISTENERS, globalListenersOf } from '../state/global-listeners.ts';
import type { Applier } from './applier.ts';

export const globalListenerBatchConfigured: Applier<GlobalListenerBatchValue> = (state, record) => {
  // The listeners' own events changed the listeners.
  state.globalListeners.put(GLOBAL_LISTENERS, { ...globalListenersOf(state), configurationKey: record.key });
};
