import { useSyncExternalStore } from 'react';

/** There pages show one pane at a time. As in styles/_narrow.scss. */
const NARROW_QUERY = '(max-width: 767px), (max-height: 479px)';

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
