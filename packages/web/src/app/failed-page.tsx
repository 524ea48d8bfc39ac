import { Button } from '@carbon/react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';
import { useTitle } from '../parts/use-title.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Stands in for a page that threw. The rest of the app goes on. */
export function FailedPage({ error }: ErrorComponentProps) {
  const { shell } = useTexts();
  useTitle(shell.failedTitle);
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    <EmptyState isPage title={shell.failedTitle} text={shell.failedHelp}>
      <Button size="sm" onClick={() => location.reload()}>
        {shell.reload}
      </Button>
      <Button size="sm" kind="ghost" onClick={() => void navigator.clipboard.writeText(details)}>
        {shell.copyDetails}
      </Button>
      <pre className="failed-details">{details}</pre>
    </EmptyState>
  );
}
