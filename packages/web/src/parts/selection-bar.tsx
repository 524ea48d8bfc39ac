import { Button } from '@carbon/react';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { noSelection, type Selection, selectedCount } from './selection.ts';

export interface SelectionBarProps {
  readonly selection: Selection;
  /** Results of the search. */
  readonly total: number;
  /** Whether there are more than were counted. */
  readonly isTotalMore: boolean;
  onSelection(selection: Selection): void;
  /** What can be done with the selected ones. */
  readonly children: ReactNode;
}

/** Stands above a list while rows of it are selected. */
export function SelectionBar({ selection, total, isTotalMore, onSelection, children }: SelectionBarProps) {
  const { parts } = useTexts();
  const { isAll } = selection;
  const count = selectedCount(selection, total);
  return (
    <section className="selection-bar" aria-label={parts.selected(count)}>
      <span aria-live="polite">{isAll && isTotalMore ? parts.results(count, true) : parts.selected(count)}</span>
      {!isAll && (
        <Button kind="ghost" size="sm" onClick={() => onSelection({ isAll: true, ids: new Set() })}>
          {isTotalMore ? parts.selectAll : parts.selectAllResults(total)}
        </Button>
      )}
      <span className="selection-actions">{children}</span>
      <Button kind="ghost" size="sm" onClick={() => onSelection(noSelection)}>
        {parts.clearSelection}
      </Button>
    </section>
  );
}
