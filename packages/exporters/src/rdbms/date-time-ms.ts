import { Temporal } from 'temporal-polyfill';

/** Years 0 to 9999: what RFC 3339 can write. */
const TIME_MS_MIN = Date.UTC(-1, 12);
const TIME_MS_MAX = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Epoch milliseconds of an ISO 8601 date-time with an offset or a zone; null for an empty text. */
export function dateTimeMs(text: string): number | null {
  if (text === '') return null;
  // Only Temporal knows zones; everything else costs a tenth without it.
  const ms = text.includes('[') ? Temporal.ZonedDateTime.from(text).epochMilliseconds : Date.parse(text);
  return Number.isNaN(ms) ? null : shownTime(ms);
}

/** Times that clients choose may lie beyond what answers can say; whoever wants a million years means for ever. */
export function shownTime(ms: number): number {
  return Math.min(Math.max(ms, TIME_MS_MIN), TIME_MS_MAX);
}
