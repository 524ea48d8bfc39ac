/**
 * What the browser remembers for a person: theme, language, sizes of panes. Browsers may refuse (private windows, full
 * disks, policies); then it lasts as long as the page, and nothing else changes.
 */
const meanwhile = new Map<string, string>();

export const browserStorage = {
  getItem(name: string): string | null {
    try {
      return localStorage.getItem(name) ?? meanwhile.get(name) ?? null;
    } catch {
      return meanwhile.get(name) ?? null;
    }
  },
  setItem(name: string, value: string): void {
    try {
      localStorage.setItem(name, value);
      meanwhile.delete(name);
    } catch {
      // Nobody can do anything about it where it is refused, and nothing that matters is kept here.
      meanwhile.set(name, value);
    }
  },
};
