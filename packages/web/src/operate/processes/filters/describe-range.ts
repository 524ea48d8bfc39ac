import type { Formats } from '../../../texts/formats.ts';
import type { Texts } from '../../../texts/language.ts';

/** A range of which at least one end is given. */
export function describeRange(
  from: string | undefined,
  to: string | undefined,
  { filterPanel: filters }: Texts,
  formats: Formats,
): string {
  if (from === undefined) return filters.until(formats.dateTime(to ?? ''));
  if (to === undefined) return filters.since(formats.dateTime(from));
  return filters.between(formats.dateTime(from), formats.dateTime(to));
}
