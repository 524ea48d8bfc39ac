import type { GlobalListenerValue } from '@waggle/protocol';
import { GLOBAL_LISTENERS, globalListenersOf, withListener } from '../state/global-listeners.ts';
import type { Applier } from './applier.ts';

export const globalListenerUpdated: Applier<GlobalListenerValue> = (state, record) => {
  state.globalListeners.put(GLOBAL_LISTENERS, withListener(globalListenersOf(state), record.value));
};
