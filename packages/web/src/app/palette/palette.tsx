import { lazy, Suspense } from 'react';

const load = () => import('./palette-dialog.tsx');
const PaletteDialog = lazy(async () => ({ default: (await load()).PaletteDialog }));

/** Only when it is wanted for the first time is it loaded. */
export function Palette({ isOpen, onClose }: { readonly isOpen: boolean; onClose(): void }) {
  return isOpen ? (
    <Suspense>
      <PaletteDialog onClose={onClose} />
    </Suspense>
  ) : null;
}
