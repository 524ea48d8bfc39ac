import { type GlobalListenerValue, type Key, NO_KEY } from '@waggle/protocol';
import type { EngineView } from './engine-state.ts';

/** All global listeners are one row: they are few, and a user task's transition needs all of them in order. */
export const GLOBAL_LISTENERS = 'all';

export interface GlobalListeners {
  /** The last change; keys of changes grow, so an older one that arrives again is known to be done. */
  readonly configurationKey: Key;
  /** Highest priority first, then by id. */
  readonly listeners: readonly GlobalListenerValue[];
}

const NONE: GlobalListeners = { configurationKey: NO_KEY, listeners: [] };

export function globalListenersOf(state: Pick<EngineView, 'globalListeners'>): GlobalListeners {
  return state.globalListeners.get(GLOBAL_LISTENERS) ?? NONE;
}

/** The listeners with one put in or replaced. */
export function withListener(present: GlobalListeners, listener: GlobalListenerValue): GlobalListeners {
  const listeners = [...withoutListener(present, listener.id).listeners, listener].sort(
    (left, right) => right.priority - left.priority || (left.id < right.id ? -1 : 1),
  );
  return { ...present, listeners };
}

export function withoutListener(present: GlobalListeners, id: string): GlobalListeners {
  return { ...present, listeners: present.listeners.filter((listener) => listener.id !== id) };
}
