import { useSyncExternalStore } from 'react';
import { browserStorage } from './browser-storage.ts';

/** Who works here. Servers ask nobody who they are yet, so it is what the person says, kept in the browser. */
export interface Session {
  /** As assignees are named. */
  readonly username: string;
}

const STORED_AS = 'waggle.username';
const USERNAME_DEFAULT = 'demo';
const listeners = new Set<() => void>();

let session: Session = { username: browserStorage.getItem(STORED_AS) ?? USERNAME_DEFAULT };

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

// Another tab of the same person.
globalThis.addEventListener('storage', ({ key, newValue }) => {
  if (key !== STORED_AS || newValue === null) return;
  session = { username: newValue };
  for (const listener of listeners) listener();
});

export function workAs(username: string): void {
  browserStorage.setItem(STORED_AS, username);
  session = { username };
  for (const listener of listeners) listener();
}
