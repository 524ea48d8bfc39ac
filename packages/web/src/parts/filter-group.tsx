import { Close } from '@carbon/icons-react';
import { IconButton } from '@carbon/react';
import { type ReactNode, useId } from 'react';
import { useTexts } from '../texts/use-texts.ts';

export interface FilterGroupProps {
  readonly title: string;
  /** Takes the filter away; absent = it is always there. */
  onRemove?(): void;
  readonly children: ReactNode;
}

/** One filter of a panel: its name and its fields. */
export function FilterGroup({ title, onRemove, children }: FilterGroupProps) {
  const { filterPanel: filters } = useTexts();
  const id = useId();
  return (
    <fieldset className="filter-group" aria-labelledby={id}>
      <div className="filter-group-title">
        <span id={id}>{title}</span>
        {onRemove !== undefined && (
          <IconButton label={filters.remove(title)} kind="ghost" size="xs" align="left" onClick={onRemove}>
            <Close />
          </IconButton>
        )}
      </div>
      {children}
    </fieldset>
  );
}
