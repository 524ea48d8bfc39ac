import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Connection, LiveChanges } from '../api/live-changes.ts';

export const ConnectionContext = createContext<LiveChanges | undefined>(undefined);

/** How the page hears from the server, and a way to try again at once. */
export function useConnection(): { readonly connection: Connection; reconnect(): void } {
  const changes = useContext(ConnectionContext);
  if (changes === undefined) throw new Error('Expected to be inside of App, which keeps the connection, but is not.');
  const connection = useSyncExternalStore(changes.subscribe, () => changes.connection);
  return { connection, reconnect: () => changes.reconnect() };
}
