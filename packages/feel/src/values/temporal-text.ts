import { parseDate, parseDateTime } from './date-time.ts';
import { parseDuration } from './duration.ts';
import type { FeelTemporal } from './iso-text.ts';
import { parseTime } from './time.ts';

/** The value of `@"…"`: whatever temporal kind the text has; undefined if none. */
export function parseTemporal(text: string): FeelTemporal | undefined {
  return parseDate(text) ?? parseTime(text) ?? parseDateTime(text) ?? parseDuration(text);
}
