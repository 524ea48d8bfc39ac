import { TextInput } from '@carbon/react';
import { useId } from 'react';
import { useDraft } from './use-draft.ts';

export interface FilterTextProps {
  readonly label: string;
  readonly value: string | undefined;
  onChange(value: string | undefined): void;
  readonly placeholder?: string;
  /** Whether `/` goes to it. Default `false`. */
  readonly isSearchField?: boolean;
}

export function FilterText({ label, value = '', onChange, placeholder, isSearchField = false }: FilterTextProps) {
  const id = useId();
  const draft = useDraft(value, (text) => onChange(text.trim() === '' ? undefined : text.trim()));
  return (
    <div className="filter-field" data-search-field={isSearchField || undefined}>
      <TextInput
        id={id}
        size="sm"
        labelText={label}
        value={draft.value}
        autoComplete="off"
        spellCheck={false}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.commit}
        onKeyDown={(event) => event.key === 'Enter' && draft.commit()}
      />
    </div>
  );
}
