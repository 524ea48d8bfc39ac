import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { AppHeader } from './header/app-header.tsx';
import { startKeys } from './keys.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { NewVersionNotice } from './new-version-notice.tsx';
import { NoSearchPage } from './no-search-page.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { Palette } from './palette/palette.tsx';
import { useHasSearch } from './server-search.ts';
import { StaleNotice } from './stale-notice.tsx';
import { Toasts } from './toasts.tsx';
import { useGlobalKeys } from './use-global-keys.ts';

/** What surrounds every page. */
export function Shell() {
  useEffect(startKeys, []);
  const hasSearch = useHasSearch();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const { isKeysDialogOpen, closeKeysDialog } = useGlobalKeys(() => setPaletteOpen((isOpen) => !isOpen));
  return (
    <div className="shell">
      <AppHeader onOpenPalette={() => setPaletteOpen(true)} />
      <OfflineNotice />
      <StaleNotice />
      <NewVersionNotice />
      <main id="main-content" className="shell-main" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>{hasSearch ? <Outlet /> : <NoSearchPage />}</Suspense>
      </main>
      <Toasts />
      <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
      <KeysDialog isOpen={isKeysDialogOpen} onClose={closeKeysDialog} />
    </div>
  );
}
