import { MenuButton, MenuItem } from '@carbon/react';
import { useTexts } from '../../../texts/use-texts.ts';
import type { OptionalFilter } from './optional-filter.ts';

export interface MoreFiltersProps {
  readonly offered: readonly OptionalFilter[];
  onAdd(filter: OptionalFilter): void;
}

/** Offers the filters that are not shown. */
export function MoreFilters({ offered, onAdd }: MoreFiltersProps) {
  const texts = useTexts();
  return (
    <MenuButton kind="ghost" size="sm" label={texts.filterPanel.more} menuAlignment="bottom-start">
      {offered.map((filter) => (
        <MenuItem key={filter.id} label={filter.title(texts)} onClick={() => onAdd(filter)} />
      ))}
    </MenuButton>
  );
}
