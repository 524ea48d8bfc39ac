const duration =
  /^([-+]?)P(?!$)(?:([-+]?\d+)Y)?(?:([-+]?\d+)M)?(?:([-+]?\d+)W)?(?:([-+]?\d+)D)?(?:T(?!$)(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+(?:[.,]\d{1,9})?)S)?)?$/;

const [minute, hour, day, week] = [60, 3_600, 86_400, 604_800];
/** On average; a duration is only weighed here, never added to a date. */
const [month, year] = [2_629_746, 31_556_952];
const secondsOf = [year, month, week, day, hour, minute, 1];

/** Dates end about 271,000 years from now, for the engine and for Camunda; far more than any process lives. */
const secondsMax = 200_000 * year;

/** ISO 8601 duration; signs are allowed, since a timer whose duration is not positive fires at once. */
export function isDuration(text: string): boolean {
  const seconds = weigh(text);
  return seconds !== undefined && Math.abs(seconds) <= secondsMax;
}

/** What repeats has to move on. */
export function isPositiveDuration(text: string): boolean {
  return isDuration(text) && (weigh(text) ?? 0) > 0;
}

/** About how many seconds it is; `undefined` for texts that are no duration. */
function weigh(text: string): number | undefined {
  const match = duration.exec(text);
  if (match === null) return undefined;
  const [, sign, ...parts] = match;
  const seconds = parts.map((part, index) => Number(part?.replace(',', '.') ?? 0) * (secondsOf[index] ?? 0));
  return (sign === '-' ? -1 : 1) * seconds.reduce((sum, each) => sum + each, 0);
}
