import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { AppHeader } from './header/app-header.tsx';
import { startKeys } from './keys.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { Palette } from './palette/palette.tsx';
import { Toasts } from './toasts.tsx';
import { useGlobalKeys } from './use-global-keys.ts';

/** What surrounds every page. */
export function Shell() {
  useEffect(startKeys, []);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const { isKeysDialogOpen, closeKeysDialog } = useGlobalKeys(() => setPaletteOpen((isOpen) => !isOpen));
  return (
    <div className="shell">
      <AppHeader onOpenPalette={() => setPaletteOpen(true)} />
      <OfflineNotice />
      <main id="main-content" className="shell-main" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <Toasts />
      <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
      <KeysDialog isOpen={isKeysDialogOpen} onClose={closeKeysDialog} />
    </div>
  );
}
