import type { ReactNode } from 'react';
import { useTexts } from '../texts/use-texts.ts';

export interface ListHeadProps {
  readonly title: string;
  /** `undefined` until it is known. */
  readonly total: number | undefined;
  readonly isTotalMore: boolean;
  /** What can be done with the list. */
  readonly children?: ReactNode;
}

/** Names a list and tells how much there is. */
export function ListHead({ title, total, isTotalMore, children }: ListHeadProps) {
  const { parts } = useTexts();
  return (
    <header className="list-head">
      <h1>{title}</h1>
      <span className="list-total" aria-live="polite">
        {total === undefined ? '' : parts.results(total, isTotalMore)}
      </span>
      <div className="list-actions">{children}</div>
    </header>
  );
}
