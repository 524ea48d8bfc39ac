import { Link, TextInput } from '@carbon/react';
import { useId } from 'react';
import { useTexts } from '../texts/use-texts.ts';

export interface DateRange {
  /** RFC 3339, inclusive; absent = open. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const HOUR_MS = 3_600_000;

const presets = [
  ['lastHour', HOUR_MS],
  ['lastDay', 24 * HOUR_MS],
  ['lastWeek', 7 * 24 * HOUR_MS],
] as const;

/** Two points in time, either open, in the person's time zone; the usual ones at a click. */
export function DateRangeField({ range, onChange }: { readonly range: DateRange; onChange(range: DateRange): void }) {
  const { filterPanel: filters } = useTexts();
  const id = useId();
  return (
    <div className="date-range">
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          id={`${id}-${end}`}
          type="datetime-local"
          step={1}
          size="sm"
          labelText={filters[end]}
          value={localText(range[end])}
          onChange={({ target }) => onChange({ ...range, [end]: instantOf(target.value) })}
        />
      ))}
      <div className="date-range-presets">
        {presets.map(([name, ms]) => (
          <Link
            key={name}
            as="button"
            type="button"
            onClick={() => onChange({ from: new Date(Date.now() - ms).toISOString(), to: undefined })}
          >
            {filters[name]}
          </Link>
        ))}
      </div>
    </div>
  );
}

/** As the browser's field has it: without zone. */
function localText(instant: string | undefined): string {
  if (instant === undefined) return '';
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

function instantOf(local: string): string | undefined {
  const ms = Date.parse(local);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
