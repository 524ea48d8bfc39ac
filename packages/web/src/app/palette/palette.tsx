import { Suspense, useEffect } from 'react';
import { lazyPart } from '../../parts/lazy-part.ts';

const PaletteDialog = lazyPart(() => import('./palette-dialog.tsx'), 'PaletteDialog');

/** After the page, so that what is typed right behind the first Ctrl K is not lost. */
const PRELOAD_AFTER_MS = 1_500;

/** Loaded when the page has what it needs, or when it is wanted before. */
export function Palette({ isOpen, onClose }: { readonly isOpen: boolean; onClose(): void }) {
  useEffect(() => {
    const timer = setTimeout(() => void PaletteDialog.preload(), PRELOAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isOpen ? (
    <Suspense>
      <PaletteDialog onClose={onClose} />
    </Suspense>
  ) : null;
}
