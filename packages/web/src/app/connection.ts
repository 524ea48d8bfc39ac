import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Connection } from '../api/change-stream.ts';
import type { LiveChanges } from '../api/live-changes.ts';

export const ConnectionContext = createContext<LiveChanges | undefined>(undefined);

/** How the page hears from the server, a way to try again at once, and one to stay connected when nobody looks. */
export function useConnection(): Pick<LiveChanges, 'offlineSince' | 'reconnect' | 'keepWhileHidden'> & {
  readonly connection: Connection;
} {
  const changes = useContext(ConnectionContext);
  if (changes === undefined) throw new Error('Expected to be inside of App, which keeps the connection, but is not.');
  const connection = useSyncExternalStore(changes.subscribe, () => changes.connection);
  return {
    connection,
    offlineSince: changes.offlineSince,
    reconnect: changes.reconnect,
    keepWhileHidden: changes.keepWhileHidden,
  };
}

/** Does something each time when the server is back. */
export function useWhenServerIsBack(action: () => void): void {
  const { connection } = useConnection();
  const before = useRef(connection);
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => {
    if (before.current === 'offline' && connection !== 'offline') latest.current();
    before.current = connection;
  }, [connection]);
}
