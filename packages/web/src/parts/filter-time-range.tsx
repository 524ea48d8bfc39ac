import { TextInput } from '@carbon/react';
import { useId } from 'react';
import { localDateTime, timeOfLocal } from './local-date-time.ts';
import { useDraft } from './use-draft.ts';

export interface FilterTimeRangeProps {
  readonly fromLabel: string;
  readonly toLabel: string;
  /** As the API writes times. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  onChange(range: { readonly from: string | undefined; readonly to: string | undefined }): void;
}

/** From when and until when, in the person's time zone; either may be open. */
export function FilterTimeRange({ fromLabel, toLabel, from, to, onChange }: FilterTimeRangeProps) {
  return (
    <>
      <TimeField label={fromLabel} value={from} onChange={(value) => onChange({ from: value, to })} />
      <TimeField label={toLabel} value={to} onChange={(value) => onChange({ from, to: value })} />
    </>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  onChange(value: string | undefined): void;
}

function TimeField({ label, value, onChange }: TimeFieldProps) {
  const id = useId();
  const draft = useDraft(value === undefined ? '' : localDateTime(value), (local) => onChange(timeOfLocal(local)));
  return (
    <div className="filter-field" data-wide>
      <TextInput
        id={id}
        size="sm"
        type="datetime-local"
        labelText={label}
        value={draft.value}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.commit}
      />
    </div>
  );
}
