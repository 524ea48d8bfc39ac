import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** Whether it stands in for the whole page, so that its title is the page's. */
  readonly isPage?: boolean;
  /** What this place is for, and why there is nothing. */
  readonly text?: string;
  /** The one next step. */
  readonly children?: ReactNode;
}

/** Stands where there is nothing to show. */
export function EmptyState({ title, isPage = false, text, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {text !== undefined && <p>{text}</p>}
      {children !== undefined && <div className="empty-state-actions">{children}</div>}
    </div>
  );
}
