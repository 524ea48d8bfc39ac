/**
 * Whether answers show all that was committed before they were asked for. A server under load answers after a bounded
 * wait with what there is, and says so; pages say it, too.
 */
import { SharedValue, useSharedValue } from '../app/shared-value.ts';

/** Requests whose last answer was from before. */
const stale = new Set<string>();
const isAnyStale = new SharedValue(false);

/** @param request method and path of the operation. */
export function noteFreshness(request: string, isFresh: boolean): void {
  if (isFresh) stale.delete(request);
  else stale.add(request);
  isAnyStale.set(stale.size > 0);
}

/** For when all is asked again: what is not shown any more would never be. */
export function forgetStaleness(): void {
  stale.clear();
  isAnyStale.set(false);
}

export function useIsStale(): boolean {
  return useSharedValue(isAnyStale);
}
