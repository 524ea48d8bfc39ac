/**
 * @param time as the API writes it.
 * @returns as date fields want it, in the person's time zone: `2026-11-21T23:00`, with seconds when there are some.
 */
export function localDateTime(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19).replace(/:00$/, '');
}

/** The way back. @returns `undefined` = not yet a whole date. */
export function timeOfLocal(local: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT/.test(local)) return undefined;
  const date = new Date(local);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
