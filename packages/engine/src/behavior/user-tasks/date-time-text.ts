import { Temporal } from 'temporal-polyfill';

/** Whether a text is an ISO 8601 date-time that names an instant: with an offset, or with an offset and a zone. */
export function isDateTimeText(text: string): boolean {
  try {
    if (text.includes('[')) Temporal.ZonedDateTime.from(text);
    else Temporal.Instant.from(text);
    return true;
  } catch {
    // Temporal has no other way to say no.
    return false;
  }
}
