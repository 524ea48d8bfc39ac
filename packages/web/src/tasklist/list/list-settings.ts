import { browserStorage } from '../../app/browser-storage.ts';
import { SharedValue, useSharedValue } from '../../app/shared-value.ts';

/** How one likes the list, kept in the browser. */
export interface ListSettings {
  readonly opensFirst: boolean;
  /** Of tasks that are newly assigned; needs the browser's permission, too. */
  readonly notifies: boolean;
  readonly hidesQueues: boolean;
}

const STORED_AS = 'waggle.tasklist';
const settings = new SharedValue(storedSettings());

export function useListSettings(): ListSettings {
  return useSharedValue(settings);
}

export function changeListSettings(change: Partial<ListSettings>): void {
  settings.set({ ...settings.get(), ...change });
  browserStorage.setItem(STORED_AS, JSON.stringify(settings.get()));
}

function storedSettings(): ListSettings {
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
