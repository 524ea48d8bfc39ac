/** Whether the server keeps anything to search. Without, there is nothing that pages could show. */
import { useSyncExternalStore } from 'react';

let hasSearch = true;
const listeners = new Set<() => void>();

export function noteSearch(isThere: boolean): void {
  if (hasSearch === isThere) return;
  hasSearch = isThere;
  for (const listener of listeners) listener();
}

export function useHasSearch(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => hasSearch,
  );
}
