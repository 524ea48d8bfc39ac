import { Button } from '@carbon/react';
import { useQueryClient } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { LoadFailure } from '../parts/lazy-part.ts';
import { useTitle } from '../parts/use-title.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useWhenServerIsBack } from './connection.ts';
import { checkVersion, useIsNewVersionThere } from './new-version.ts';

/** Stands in for a page that threw or did not come. The rest of the app goes on. */
export function FailedPage(props: ErrorComponentProps) {
  return props.error instanceof LoadFailure ? <PageNotLoaded {...props} /> : <PageThrew {...props} />;
}

function PageThrew({ error, reset }: ErrorComponentProps) {
  const { shell, parts } = useTexts();
  useTitle(shell.failedTitle);
  const router = useRouter();
  const queries = useQueryClient();
  const tryAgain = () => {
    // What it threw over may be among the answers that are kept.
    queries.removeQueries({ type: 'inactive' });
    reset();
    void router.invalidate();
  };
  return (
    <EmptyState isPage title={shell.failedTitle} text={shell.failedHelp}>
      <Button size="sm" onClick={tryAgain}>
        {parts.retry}
      </Button>
      <Button size="sm" kind="tertiary" onClick={() => location.reload()}>
        {shell.reload}
      </Button>
      <ErrorDetails error={error} />
    </EmptyState>
  );
}

/** It was not loaded before the server went away or was replaced by a newer one. */
function PageNotLoaded({ error, reset }: ErrorComponentProps) {
  const { shell, parts } = useTexts();
  useTitle(shell.notLoaded);
  const router = useRouter();
  const isNewVersionThere = useIsNewVersionThere();
  const tryAgain = () => {
    reset();
    void router.invalidate();
  };
  useEffect(() => void checkVersion(), []);
  useWhenServerIsBack(tryAgain);
  if (isNewVersionThere) {
    return (
      <EmptyState isPage title={shell.newVersion} text={shell.newVersionHelp}>
        <Button size="sm" onClick={() => location.reload()}>
          {shell.reload}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState isPage title={shell.notLoaded} text={shell.notLoadedHelp}>
      <Button size="sm" kind="tertiary" onClick={tryAgain}>
        {parts.retry}
      </Button>
      <ErrorDetails error={error} />
    </EmptyState>
  );
}

function ErrorDetails({ error }: { readonly error: unknown }) {
  const { shell } = useTexts();
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    <>
      <Button size="sm" kind="ghost" onClick={() => void navigator.clipboard.writeText(details)}>
        {shell.copyDetails}
      </Button>
      <pre className="failed-details">{details}</pre>
    </>
  );
}
