/**
 * Whether answers show all that was committed before they were asked for. A server under load answers after a bounded
 * wait with what there is, and says so; pages say it, too.
 */
import { useSyncExternalStore } from 'react';

/** Requests whose last answer was from before. */
const stale = new Set<string>();
const listeners = new Set<() => void>();
let isAnyStale = false;

/** @param request method and path of the operation. */
export function noteFreshness(request: string, isFresh: boolean): void {
  if (isFresh) stale.delete(request);
  else stale.add(request);
  tell();
}

/** For when all is asked again: what is not shown any more would never be. */
export function forgetStaleness(): void {
  stale.clear();
  tell();
}

export function useIsStale(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isAnyStale,
  );
}

function tell(): void {
  if (isAnyStale === stale.size > 0) return;
  isAnyStale = stale.size > 0;
  for (const listener of listeners) listener();
}
