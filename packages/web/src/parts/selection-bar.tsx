import { Button } from '@carbon/react';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { noSelection, type Selection } from './data-table.tsx';

export interface SelectionBarProps {
  readonly selection: Selection;
  /** Results of the search. */
  readonly total: number;
  onSelection(selection: Selection): void;
  /** What can be done with the selected ones. */
  readonly children: ReactNode;
}

/** How many are chosen. @param total how many results there are. */
export function selectedCount({ isAll, ids }: Selection, total: number): number {
  return isAll ? Math.max(0, total - ids.size) : ids.size;
}

/** Stands above a list while rows of it are selected. */
export function SelectionBar({ selection, total, onSelection, children }: SelectionBarProps) {
  const { parts } = useTexts();
  const count = selectedCount(selection, total);
  if (count === 0) return null;
  return (
    <div className="list-selection" role="toolbar" aria-label={parts.selected(count)}>
      <strong aria-live="polite">{parts.selected(count)}</strong>
      {children}
      {count < total && (
        <Button kind="ghost" size="sm" onClick={() => onSelection({ isAll: true, ids: new Set() })}>
          {parts.selectAllResults(total)}
        </Button>
      )}
      <Button kind="ghost" size="sm" onClick={() => onSelection(noSelection)}>
        {parts.clearSelection}
      </Button>
    </div>
  );
}
