import { useSyncExternalStore } from 'react';

/** Below it pages show one pane at a time. */
const NARROW_QUERY = '(max-width: 671px)';

export function useIsNarrow(): boolean {
  return useMedia(NARROW_QUERY);
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
