import { browserStorage } from './browser-storage.ts';
import { SharedValue, useSharedValue } from './shared-value.ts';

/** Who works here. Servers ask nobody who they are yet, so it is what the person says, kept in the browser. */
export interface Session {
  /** As assignees are named. */
  readonly username: string;
}

const STORED_AS = 'waggle.username';
const USERNAME_DEFAULT = 'demo';

const session = new SharedValue<Session>({ username: browserStorage.getItem(STORED_AS) ?? USERNAME_DEFAULT });

export function useSession(): Session {
  return useSharedValue(session);
}

// Another tab of the same person.
globalThis.addEventListener('storage', ({ key, newValue }) => {
  if (key === STORED_AS && newValue !== null) session.set({ username: newValue });
});

export function workAs(username: string): void {
  browserStorage.setItem(STORED_AS, username);
  session.set({ username });
}
