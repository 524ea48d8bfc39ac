const PATTERN = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds. @throws {RangeError} for anything else. */
export function durationMs(text: string): number {
  const match = PATTERN.exec(text);
  if (match === null) throw new RangeError(`Expected an ISO 8601 duration such as PT1H30M, but got "${text}"`);
  const [, sign, days = 0, hours = 0, minutes = 0, seconds = 0] = match;
  const ms = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000;
  return sign === '-' ? -ms : ms;
}
