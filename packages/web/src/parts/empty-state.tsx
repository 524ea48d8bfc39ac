import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** What this place is for, and why there is nothing. */
  readonly text?: string;
  /** The one next step. */
  readonly children?: ReactNode;
}

/** Stands where there is nothing to show. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {children !== undefined && <div className="empty-state-actions">{children}</div>}
    </div>
  );
}
