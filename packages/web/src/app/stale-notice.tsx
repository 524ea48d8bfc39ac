import { InlineNotification } from '@carbon/react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetStaleness, useIsStale } from '../api/freshness.ts';
import { isLiveQuery } from '../api/live-changes.ts';
import { useTexts } from '../texts/use-texts.ts';

/** The server itself waits some seconds before it answers with what is old: this only leaves it some air. */
const ASK_AGAIN_MS = 2_000;

/** Stands above the page while the server is still storing what it has done. */
export function StaleNotice() {
  const { connection: texts } = useTexts().shell;
  const queries = useQueryClient();
  const isStale = useIsStale();
  useEffect(() => {
    if (!isStale) return;
    let timer: ReturnType<typeof setTimeout>;
    const askAgain = async () => {
      const stale = queries.getQueryCache().findAll({ predicate: isLiveQuery, type: 'active' });
      if (stale.length === 0) forgetStaleness();
      await queries.invalidateQueries({ predicate: isLiveQuery });
      timer = setTimeout(() => void askAgain(), ASK_AGAIN_MS);
    };
    timer = setTimeout(() => void askAgain(), ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isStale, queries]);
  if (!isStale) return null;
  return (
    <InlineNotification
      className="shell-notice"
      kind="info"
      lowContrast
      hideCloseButton
      role="status"
      title={texts.stale}
      subtitle={texts.staleHelp}
    />
  );
}
