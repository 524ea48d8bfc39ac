import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { LazyDialog } from '../parts/lazy-dialog.tsx';
import { lazyPart } from '../parts/lazy-part.ts';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { AppHeader } from './header/app-header.tsx';
import { startKeys } from './keys.ts';
import { NewVersionNotice } from './new-version-notice.tsx';
import { NoSearchPage } from './no-search-page.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { Palette } from './palette/palette.tsx';
import { PartialNotice } from './partial-notice.tsx';
import { useHasSearch } from './server-search.ts';
import { StaleNotice } from './stale-notice.tsx';
import { Toasts } from './toasts.tsx';
import { useGlobalKeys } from './use-global-keys.ts';
import { usePreload } from './use-preload.ts';

const KeysDialog = lazyPart(() => import('./keys-dialog.tsx'), 'KeysDialog');

/** What surrounds every page. */
export function Shell() {
  useEffect(startKeys, []);
  usePreload([KeysDialog]);
  const hasSearch = useHasSearch();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const { isKeysDialogOpen, closeKeysDialog } = useGlobalKeys(() => setPaletteOpen((isOpen) => !isOpen));
  return (
    <div className="shell">
      <AppHeader onOpenPalette={() => setPaletteOpen(true)} />
      <OfflineNotice />
      <StaleNotice />
      <NewVersionNotice />
      <PartialNotice />
      <main id="main-content" className="shell-main" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>{hasSearch ? <Outlet /> : <NoSearchPage />}</Suspense>
      </main>
      <Toasts />
      <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
      {isKeysDialogOpen && (
        <LazyDialog onClose={closeKeysDialog}>
          <KeysDialog onClose={closeKeysDialog} />
        </LazyDialog>
      )}
    </div>
  );
}
