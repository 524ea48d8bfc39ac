const PATTERN = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;

/**
 * Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds.
 * @throws {RangeError} for anything else: months and years have no fixed length.
 */
export function isoDurationMs(text: string): number {
  const match = PATTERN.exec(text);
  if (match === null || text === 'P' || text.endsWith('T')) {
    throw new RangeError(`Expected an ISO 8601 duration such as PT1H30M or P2D, but got "${text}"`);
  }
  const [, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match;
  const wholeDays = Number(weeks) * 7 + Number(days);
  return ((wholeDays * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000 + Math.round(Number(seconds) * 1000);
}
