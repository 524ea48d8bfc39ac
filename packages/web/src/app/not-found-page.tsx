import { Link, useLocation } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';
import { useTitle } from '../parts/use-title.ts';
import { useTexts } from '../texts/use-texts.ts';

export function NotFoundPage() {
  const { shell } = useTexts();
  const { pathname } = useLocation();
  useTitle(shell.notFound);
  return (
    <EmptyState isPage title={shell.notFound} text={shell.notFoundHelp(pathname)}>
      <Link to="/operate">{shell.toStart}</Link>
    </EmptyState>
  );
}
