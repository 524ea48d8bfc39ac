import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { type KeyBinding, useKeys } from './keys.ts';
import { pages } from './pages.ts';

/** Keys that work on every page. */
export function useGlobalKeys(openPalette: () => void): {
  readonly isKeysDialogOpen: boolean;
  closeKeysDialog(): void;
} {
  const { shell } = useTexts();
  const navigate = useNavigate();
  const router = useRouter();
  const [isKeysDialogOpen, setKeysDialogOpen] = useState(false);
  const goTo: readonly KeyBinding[] = pages.flatMap(({ keys, keyText, to }) =>
    keys === undefined ? [] : [{ keys, text: shell.keyTexts[keyText], run: () => void navigate({ to }) }],
  );
  useKeys(
    [
      { keys: 'mod+k', text: shell.keyTexts.palette, worksInFields: true, run: openPalette },
      { keys: '?', text: shell.keyTexts.showKeys, run: () => setKeysDialogOpen(true) },
      { keys: '/', text: shell.keyTexts.search, run: focusSearch },
      {
        keys: 'Escape',
        text: shell.keyTexts.back,
        run: () => goBack(() => router.history.canGoBack() && router.history.back()),
      },
      ...goTo,
    ],
    'everywhere',
  );
  return { isKeysDialogOpen, closeKeysDialog: () => setKeysDialogOpen(false) };
}

/** Pages mark the field that finds things on them. */
function focusSearch(): void {
  document.querySelector<HTMLInputElement>('main [data-search-field] input, main input[data-search-field]')?.focus();
}

/** Leaves what has the focus first; then the page. */
function goBack(back: () => void): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused !== document.body && focused.id !== 'main-content') focused.blur();
  else back();
}
