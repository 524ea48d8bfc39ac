import { Filter, FilterReset } from '@carbon/icons-react';
import { Button, IconButton } from '@carbon/react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useIsNarrow } from './use-media.ts';

export interface FilterBarProps {
  /** How many filters are set. */
  readonly count: number;
  onReset(): void;
  readonly children: ReactNode;
}

/** The filters of a list, above it. On a phone they are behind a button that tells how many are set. */
export function FilterBar({ count, onReset, children }: FilterBarProps) {
  const { filters } = useTexts();
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  const reset = (
    <IconButton size="sm" kind="ghost" label={filters.reset} align="left" disabled={count === 0} onClick={onReset}>
      <FilterReset />
    </IconButton>
  );
  return (
    <search className="list-filters" aria-label={filters.label}>
      {isNarrow && (
        <div className="list-filters-head">
          <Button
            size="sm"
            kind="tertiary"
            renderIcon={Filter}
            aria-expanded={isOpen}
            onClick={() => setOpen((wasOpen) => !wasOpen)}
          >
            {count === 0 ? filters.label : filters.set(count)}
          </Button>
          {reset}
        </div>
      )}
      {(!isNarrow || isOpen) && (
        <div className="list-filters-fields">
          {children}
          {!isNarrow && reset}
        </div>
      )}
    </search>
  );
}
