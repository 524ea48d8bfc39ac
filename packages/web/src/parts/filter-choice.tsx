import { Select, SelectItem } from '@carbon/react';
import { useId } from 'react';
import { useTexts } from '../texts/use-texts.ts';

export interface FilterChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  onChange(value: Value | undefined): void;
  readonly isDisabled?: boolean;
}

/** One of few, or any. */
export function FilterChoice<Value extends string>(props: FilterChoiceProps<Value>) {
  const { label, value, options, onChange, isDisabled = false } = props;
  const { filters } = useTexts();
  const id = useId();
  return (
    <div className="filter-field">
      <Select
        id={id}
        size="sm"
        labelText={label}
        value={value ?? ''}
        disabled={isDisabled}
        onChange={({ target }) => onChange(options.find((option) => option.value === target.value)?.value)}
      >
        <SelectItem value="" text={filters.any} />
        {options.map((option) => (
          <SelectItem key={option.value} value={option.value} text={option.text} />
        ))}
      </Select>
    </div>
  );
}
