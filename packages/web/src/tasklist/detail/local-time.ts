/** `2026-12-24T18:00` as fields for date and time have it, in the person's time zone. */
export function localTimeOf(date: string | null): string {
  if (date === null) return '';
  const at = new Date(date);
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** @returns the empty text removes a date, as the API has it. */
export function dateOfLocalTime(text: string): string {
  return text === '' ? '' : new Date(text).toISOString();
}
