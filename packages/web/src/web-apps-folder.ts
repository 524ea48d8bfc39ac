import { fileURLToPath } from 'node:url';

/** Where the built web apps are: `index.html` and `assets`. Absolute; missing until they were built. */
export function webAppsFolder(): string {
  return fileURLToPath(new URL('../dist', import.meta.url));
}
