import { useSyncExternalStore } from 'react';
import { browserStorage } from '../../app/browser-storage.ts';

/** How one likes the list, kept in the browser. */
export interface ListSettings {
  readonly opensFirst: boolean;
  /** Of tasks that are newly assigned; needs the browser's permission, too. */
  readonly notifies: boolean;
  readonly hidesQueues: boolean;
}

const STORED_AS = 'waggle.tasklist';
const listeners = new Set<() => void>();
let settings: ListSettings = read();

export function useListSettings(): ListSettings {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => settings,
  );
}

export function changeListSettings(change: Partial<ListSettings>): void {
  settings = { ...settings, ...change };
  browserStorage.setItem(STORED_AS, JSON.stringify(settings));
  for (const listener of listeners) listener();
}

function read(): ListSettings {
  const none = { opensFirst: false, notifies: false, hidesQueues: false };
  try {
    const stored = JSON.parse(browserStorage.getItem(STORED_AS) ?? '{}') as Readonly<Record<string, unknown>>;
    return {
      opensFirst: stored.opensFirst === true,
      notifies: stored.notifies === true,
      hidesQueues: stored.hidesQueues === true,
    };
  } catch {
    // Something else wrote there: start anew.
    return none;
  }
}
