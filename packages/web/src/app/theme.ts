import { browserStorage } from './browser-storage.ts';
import { SharedValue, useSharedValue } from './shared-value.ts';

/** What a person can choose. */
export type ThemeChoice = 'light' | 'dark' | 'system';

const STORED_AS = 'waggle.theme';
const choices: readonly ThemeChoice[] = ['light', 'dark', 'system'];
const chosen = new SharedValue(storedChoice());
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** Follows the choice and, when it says so, the system. Called once, before anything is drawn. */
export function startTheme(): void {
  systemIsDark.addEventListener('change', apply);
  // Another tab of the same person.
  globalThis.addEventListener('storage', ({ key }) => {
    if (key !== STORED_AS) return;
    chosen.set(storedChoice());
    apply();
  });
  apply();
}

export function chooseTheme(choice: ThemeChoice): void {
  browserStorage.setItem(STORED_AS, choice);
  chosen.set(choice);
  apply();
}

export function useThemeChoice(): ThemeChoice {
  return useSharedValue(chosen);
}

function storedChoice(): ThemeChoice {
  const stored = browserStorage.getItem(STORED_AS);
  return choices.find((choice) => choice === stored) ?? 'system';
}

function isDark(): boolean {
  const choice = chosen.get();
  return choice === 'dark' || (choice === 'system' && systemIsDark.matches);
}

function apply(): void {
  const root = document.documentElement;
  root.dataset.theme = isDark() ? 'dark' : 'light';
  root.classList.toggle('cds--g100', isDark());
  root.classList.toggle('cds--g10', !isDark());
}
