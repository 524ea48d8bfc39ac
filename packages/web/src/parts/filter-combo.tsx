import { ComboBox } from '@carbon/react';
import { useId } from 'react';
import { useTexts } from '../texts/use-texts.ts';

interface Option {
  readonly value: string;
  readonly text: string;
}

export interface FilterComboProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  onChange(value: string | undefined): void;
}

/** One of many, found by typing a part of its name; or any. */
export function FilterCombo({ label, value, options, onChange }: FilterComboProps) {
  const { filters } = useTexts();
  const id = useId();
  // One that is not there any more, or not yet, is still what is filtered by.
  const known = options.find((option) => option.value === value);
  const selected = known ?? (value === undefined ? null : { value, text: value });
  return (
    <div className="filter-field">
      <ComboBox<Option>
        id={id}
        size="sm"
        titleText={label}
        placeholder={filters.any}
        items={[...options]}
        itemToString={(option) => option?.text ?? ''}
        selectedItem={selected}
        shouldFilterItem={({ item, inputValue }) =>
          inputValue === null || inputValue === selected?.text || matches(item, inputValue)
        }
        onChange={({ selectedItem }) => onChange(selectedItem?.value)}
      />
    </div>
  );
}

function matches({ value, text }: Option, input: string): boolean {
  const wanted = input.toLowerCase();
  return text.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted);
}
