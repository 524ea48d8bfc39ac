import { useState } from 'react';
import { isKey } from '../../../app/entity-key.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { FilterInput } from './lazy-fields.ts';

export interface KeyEditorProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly isNew: boolean;
  /** Told of keys only. */
  onChange(key: string | undefined): void;
}

/** One key; says what is wrong with a text that is none. */
export function KeyEditor({ label, value, isNew, onChange }: KeyEditorProps) {
  const { processes } = useTexts();
  const [isWrong, setWrong] = useState(false);
  return (
    <FilterInput
      label={label}
      isLabelHidden
      value={value ?? ''}
      problem={isWrong ? processes.keyProblem : undefined}
      hasFocus={isNew}
      onChange={(text) => {
        const key = text.trim();
        setWrong(key !== '' && !isKey(key));
        if (key === '' || isKey(key)) onChange(key === '' ? undefined : key);
      }}
    />
  );
}
