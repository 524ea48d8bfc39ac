import type { GlobalListenerValue } from '@waggle/protocol';
import type { EngineView } from './engine-state.ts';

/** All global listeners are one row: they are few, and a user task's transition needs all of them in order. */
export const GLOBAL_LISTENERS = 'all';

/** Highest priority first, then by id. */
export type GlobalListeners = readonly GlobalListenerValue[];

const NONE: GlobalListeners = [];

export function globalListenersOf(state: Pick<EngineView, 'globalListeners'>): GlobalListeners {
  return state.globalListeners.get(GLOBAL_LISTENERS) ?? NONE;
}

/** The listeners with one put in or replaced. */
export function withListener(present: GlobalListeners, listener: GlobalListenerValue): GlobalListeners {
  return [...withoutListener(present, listener.id), listener].sort(
    (left, right) => right.priority - left.priority || (left.id < right.id ? -1 : 1),
  );
}

export function withoutListener(present: GlobalListeners, id: string): GlobalListeners {
  return present.filter((listener) => listener.id !== id);
}
