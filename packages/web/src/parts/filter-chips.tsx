import { DismissibleTag } from '@carbon/react';
import { useTexts } from '../texts/use-texts.ts';

export interface FilterChip {
  readonly id: string;
  /** What the filter asks for, in words. */
  readonly text: string;
  onRemove(): void;
}

/** The filters in use, each with a button that takes it away. */
export function FilterChips({ chips }: { readonly chips: readonly FilterChip[] }) {
  const { filterPanel: filters } = useTexts();
  if (chips.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label={filters.chips}>
      {chips.map(({ id, text, onRemove }) => (
        <li key={id}>
          <DismissibleTag
            size="md"
            type="outline"
            text={text}
            title={filters.remove(text)}
            dismissTooltipLabel={filters.remove(text)}
            onClose={onRemove}
          />
        </li>
      ))}
    </ul>
  );
}
