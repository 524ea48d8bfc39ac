import { Button } from '@carbon/react';
import { useEffect } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { useTitle } from '../parts/use-title.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useConnection } from './connection.ts';
import { noteSearch } from './server-search.ts';

/** Stands for all pages of a server that keeps nothing to search: none of them could show anything. */
export function NoSearchPage() {
  const { shell, parts } = useTexts();
  const { connection } = useConnection();
  useTitle(shell.noSearch);
  useEffect(() => {
    // A server that tells changes has a database: it was started anew with one.
    if (connection === 'live') noteSearch(true);
  }, [connection]);
  return (
    <EmptyState isPage title={shell.noSearch} text={shell.noSearchHelp}>
      <code>waggle start --database sqlite</code>
      <Button size="sm" kind="tertiary" onClick={() => noteSearch(true)}>
        {parts.retry}
      </Button>
    </EmptyState>
  );
}
