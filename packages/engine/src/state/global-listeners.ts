import type { GlobalListenerValue } from '@waggle/protocol';
import type { EngineView } from './engine-state.ts';

/** All global listeners are one row: they are few, and a user task's transition needs all of them in order. */
export const GLOBAL_LISTENERS = 'all';

const NONE: readonly GlobalListenerValue[] = [];

/** Highest priority first, then by id. */
export function globalListenersOf(state: Pick<EngineView, 'globalListeners'>): readonly GlobalListenerValue[] {
  return state.globalListeners.get(GLOBAL_LISTENERS) ?? NONE;
}

/** The list with a listener put in or replaced. */
export function withListener(
  listeners: readonly GlobalListenerValue[],
  listener: GlobalListenerValue,
): readonly GlobalListenerValue[] {
  return [...withoutListener(listeners, listener.id), listener].sort(
    (left, right) => right.priority - left.priority || (left.id < right.id ? -1 : 1),
  );
}

export function withoutListener(listeners: readonly GlobalListenerValue[], id: string): readonly GlobalListenerValue[] {
  return listeners.filter((listener) => listener.id !== id);
}
