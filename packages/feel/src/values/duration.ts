/**
 * The two FEEL durations. They never mix: a month has no fixed number of days.
 *
 * Both are immutable and hold one signed number, so equal durations are equal however they were written.
 */

const nanosecondsPerSecond = 1_000_000_000n;

/** Days, hours, minutes, seconds: an exact length of time. */
export class DaysTimeDuration {
  readonly nanoseconds: bigint;

  constructor(nanoseconds: bigint) {
    this.nanoseconds = nanoseconds;
  }

  get totalSeconds(): bigint {
    return this.nanoseconds / nanosecondsPerSecond;
  }

  /** Properties carry the duration's sign, as in Camunda: `-PT25H` has days -1 and hours -1. */
  get days(): number {
    return Number(this.totalSeconds / 86_400n);
  }

  get hours(): number {
    return Number((this.totalSeconds / 3_600n) % 24n);
  }

  get minutes(): number {
    return Number((this.totalSeconds / 60n) % 60n);
  }

  get seconds(): number {
    return Number(this.totalSeconds % 60n);
  }

  get milliseconds(): number {
    return Number(this.nanoseconds / 1_000_000n);
  }

  /** Canonical ISO 8601: `P1DT2H`, `-PT0.5S`, `P0D`. */
  toString(): string {
    if (this.nanoseconds === 0n) return 'P0D';
    const fraction = fractionText(this.nanoseconds % nanosecondsPerSecond);
    const part = (amount: number, unit: string) => (amount === 0 ? '' : `${Math.abs(amount)}${unit}`);
    const seconds = this.seconds === 0 && fraction === '' ? '' : `${Math.abs(this.seconds)}${fraction}S`;
    const time = part(this.hours, 'H') + part(this.minutes, 'M') + seconds;
    return `${this.nanoseconds < 0n ? '-' : ''}P${part(this.days, 'D')}${time === '' ? '' : `T${time}`}`;
  }
}

/** Years and months: a length of the calendar. */
export class YearsMonthsDuration {
  readonly totalMonths: number;

  constructor(totalMonths: number) {
    this.totalMonths = totalMonths + 0;
  }

  get years(): number {
    return Math.trunc(this.totalMonths / 12) + 0;
  }

  get months(): number {
    return (this.totalMonths % 12) + 0;
  }

  /** Canonical ISO 8601: `P1Y2M`, `-P3M`, `P0Y`. */
  toString(): string {
    if (this.totalMonths === 0) return 'P0Y';
    const years = this.years === 0 ? '' : `${Math.abs(this.years)}Y`;
    const months = this.months === 0 ? '' : `${Math.abs(this.months)}M`;
    return `${this.totalMonths < 0 ? '-' : ''}P${years}${months}`;
  }
}

/** `.5` of 500,000,000 ns, without trailing zeros; empty for a whole second. */
export function fractionText(nanoseconds: bigint | number): string {
  const digits = String(nanoseconds).replace('-', '').padStart(9, '0').replace(/0+$/, '');
  return digits === '' ? '' : `.${digits}`;
}

const yearsMonths = /^(-?)P(?:(-?\d{1,9})Y)?(?:(-?\d{1,9})M)?$/;
const daysTime =
  /^(-?)P(?:(-?\d{1,12})D)?(?:T(?:(-?\d{1,12})H)?(?:(-?\d{1,12})M)?(?:(-?)(\d{1,15})(?:\.(\d{0,9})\d{0,30})?S)?)?$/;

/** @returns undefined unless the text is an ISO 8601 duration of one of the two kinds (no weeks, as in Camunda). */
export function parseDuration(text: string): DaysTimeDuration | YearsMonthsDuration | undefined {
  if (text.length > 100 || text.endsWith('P') || text.endsWith('T')) return undefined;
  const calendar = yearsMonths.exec(text);
  if (calendar !== null) {
    const months = Number(calendar[2] ?? 0) * 12 + Number(calendar[3] ?? 0);
    return new YearsMonthsDuration(calendar[1] === '-' ? -months : months);
  }
  const exact = daysTime.exec(text);
  if (exact === null) return undefined;
  const [, sign, days, hours, minutes, secondsSign, seconds, fraction] = exact;
  const wholeSeconds = BigInt(days ?? 0) * 86_400n + BigInt(hours ?? 0) * 3_600n + BigInt(minutes ?? 0) * 60n;
  const secondNanoseconds = BigInt(seconds ?? 0) * nanosecondsPerSecond + BigInt((fraction ?? '').padEnd(9, '0'));
  const total = wholeSeconds * nanosecondsPerSecond + (secondsSign === '-' ? -secondNanoseconds : secondNanoseconds);
  return new DaysTimeDuration(sign === '-' ? -total : total);
}
