import type { GlobalListenerValue } from '@waggle/protocol';
import { GLOBAL_LISTENERS, globalListenersOf, withoutListener } from '../state/global-listeners.ts';
import type { Applier } from './applier.ts';

export const globalListenerDeleted: Applier<GlobalListenerValue> = (state, record) => {
  state.globalListeners.put(GLOBAL_LISTENERS, withoutListener(globalListenersOf(state), record.value.id));
};
