import { LazyDialog } from '../../parts/lazy-dialog.tsx';
import { lazyPart } from '../../parts/lazy-part.ts';
import { usePreload } from '../use-preload.ts';

const PaletteDialog = lazyPart(() => import('./palette-dialog.tsx'), 'PaletteDialog');

/** Loaded when the page has what it needs, or when it is wanted before. */
export function Palette({ isOpen, onClose }: { readonly isOpen: boolean; onClose(): void }) {
  usePreload([PaletteDialog]);
  return isOpen ? (
    <LazyDialog onClose={onClose}>
      <PaletteDialog onClose={onClose} />
    </LazyDialog>
  ) : null;
}
