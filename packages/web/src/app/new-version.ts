/**
 * Whether the server brings other apps than those that run here: after an upgrade, parts that are loaded later are not
 * there any more. Told, never done by itself: a page that loads itself anew loses what was typed.
 */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isNewer = false;

export function useIsNewVersionThere(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isNewer,
  );
}

/** Asks the server which apps it has; one that does not answer has the same. */
export async function checkVersion(): Promise<void> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src');
  if (isNewer || own == null) return;
  const page = await fetch('/operate', { headers: { accept: 'text/html' }, cache: 'no-store' }).then(
    (answer) => (answer.ok ? answer.text() : undefined),
    () => undefined,
  );
  if (page === undefined || page.includes(`"${own}"`)) return;
  isNewer = true;
  for (const listener of listeners) listener();
}

/** Asks when something that should be there is not. @returns a function that ends it. */
export function startVersionCheck(): () => void {
  const onMissing = () => void checkVersion();
  globalThis.addEventListener('vite:preloadError', onMissing);
  return () => globalThis.removeEventListener('vite:preloadError', onMissing);
}
