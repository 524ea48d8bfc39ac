import { Suspense } from 'react';
import { lazyPart } from '../../parts/lazy-part.ts';

const PaletteDialog = lazyPart(() => import('./palette-dialog.tsx'), 'PaletteDialog');

/** Only when it is wanted for the first time is it loaded. */
export function Palette({ isOpen, onClose }: { readonly isOpen: boolean; onClose(): void }) {
  return isOpen ? (
    <Suspense>
      <PaletteDialog onClose={onClose} />
    </Suspense>
  ) : null;
}
