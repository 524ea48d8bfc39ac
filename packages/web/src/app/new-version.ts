/**
 * Whether the server brings other apps than those that run here: after an upgrade, parts that are loaded later are not
 * there any more. Told, never done by itself: a page that loads itself anew loses what was typed.
 */
import { SharedValue, useSharedValue } from './shared-value.ts';

const isNewer = new SharedValue(false);

export function useIsNewVersionThere(): boolean {
  return useSharedValue(isNewer);
}

/** Asks the server which apps it has; one that does not answer has the same. */
export async function checkVersion(): Promise<void> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src');
  if (isNewer.get() || own == null) return;
  const page = await fetch('/operate', { headers: { accept: 'text/html' }, cache: 'no-store' }).then(
    (answer) => (answer.ok ? answer.text() : undefined),
    () => undefined,
  );
  if (page !== undefined && !page.includes(`"${own}"`)) isNewer.set(true);
}

/** Asks when something that should be there is not. @returns a function that ends it. */
export function startVersionCheck(): () => void {
  const onMissing = () => void checkVersion();
  globalThis.addEventListener('vite:preloadError', onMissing);
  return () => globalThis.removeEventListener('vite:preloadError', onMissing);
}
