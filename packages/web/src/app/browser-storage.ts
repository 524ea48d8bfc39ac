/**
 * What the browser remembers for a person: theme, language, sizes of panes, input that is not sent yet. Browsers may refuse
 * (private windows, full disks, policies); then it lasts as long as the page, and nothing else changes.
 */
export interface KeptStorage extends Pick<Storage, 'getItem' | 'removeItem'> {
  /** @returns whether it outlasts the page. */
  setItem(name: string, value: string): boolean;
}

/** For all tabs, until somebody clears it. */
export const browserStorage: KeptStorage = storageThatMayRefuse(() => localStorage);
/** For this tab, until it is closed. */
export const tabStorage: KeptStorage = storageThatMayRefuse(() => sessionStorage);

/** @param storage asked for each time: where it is refused, even naming it throws. */
function storageThatMayRefuse(storage: () => Storage): KeptStorage {
  const meanwhile = new Map<string, string>();
  return {
    getItem(name) {
      try {
        return meanwhile.get(name) ?? storage().getItem(name);
      } catch {
        return null;
      }
    },
    setItem(name, value) {
      try {
        storage().setItem(name, value);
        meanwhile.delete(name);
        return true;
      } catch {
        // Nobody can do anything about it where it is refused.
        meanwhile.set(name, value);
        // What was kept before is not what the person wants any more.
        forget(storage, name);
        return false;
      }
    },
    removeItem(name) {
      meanwhile.delete(name);
      forget(storage, name);
    },
  };
}

function forget(storage: () => Storage, name: string): void {
  try {
    storage().removeItem(name);
  } catch {
    // Then it was never there.
  }
}
