const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** From which distance on a unit is used for relative times. */
const relativeUnits: readonly (readonly [number, Intl.RelativeTimeFormatUnit])[] = [
  [365 * DAY_MS, 'year'],
  [30 * DAY_MS, 'month'],
  [DAY_MS, 'day'],
  [HOUR_MS, 'hour'],
  [MINUTE_MS, 'minute'],
  [SECOND_MS, 'second'],
];

const durationUnits: readonly (readonly [number, string])[] = [
  [DAY_MS, 'day'],
  [HOUR_MS, 'hour'],
  [MINUTE_MS, 'minute'],
  [SECOND_MS, 'second'],
];

/** Numbers, dates and durations as a language writes them; dates in the person's time zone. */
export class Formats {
  readonly #language: string;
  readonly #number: Intl.NumberFormat;
  readonly #compact: Intl.NumberFormat;
  readonly #dateTime: Intl.DateTimeFormat;
  readonly #time: Intl.DateTimeFormat;
  readonly #exact: Intl.DateTimeFormat;
  readonly #clock: Intl.DateTimeFormat;
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #list: Intl.ListFormat;

  constructor(language: string) {
    this.#language = language;
    this.#number = new Intl.NumberFormat(language);
    this.#compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
    this.#dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
    this.#time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
    this.#exact = new Intl.DateTimeFormat(language, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      timeZoneName: 'short',
    });
    this.#clock = new Intl.DateTimeFormat(language, {
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    });
    this.#relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
    this.#list = new Intl.ListFormat(language, { type: 'conjunction' });
  }

  /** Of today: "14:03:22". @param date RFC 3339. */
  time(date: string): string {
    return this.#time.format(new Date(date));
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** For badges: 12,345 is "12.3K". */
  compact(value: number): string {
    return this.#compact.format(value);
  }

  /** @param share 0 to 1. */
  percent(share: number): string {
    return new Intl.NumberFormat(this.#language, { style: 'percent' }).format(share);
  }

  /** @param text a date and time as the API gives it. */
  dateTime(text: string): string {
    return this.#dateTime.format(new Date(text));
  }

  /** With milliseconds and time zone. */
  exactTime(text: string): string {
    return this.#exact.format(new Date(text));
  }

  /** The time of day, with milliseconds. @param timestamp epoch ms. */
  clockTime(timestamp: number): string {
    return this.#clock.format(timestamp);
  }

  /** @param nowMs as `Date.now()` gives it. */
  relativeTime(text: string, nowMs: number): string {
    const distanceMs = new Date(text).getTime() - nowMs;
    const [unitMs, unit] = relativeUnits.find(([ms]) => Math.abs(distanceMs) >= ms) ?? [SECOND_MS, 'second'];
    return this.#relative.format(Math.trunc(distanceMs / unitMs), unit);
  }

  /** In its two greatest units: "3 h 12 min". */
  duration(durationMs: number): string {
    const first = durationUnits.findIndex(([ms]) => durationMs >= ms);
    if (first < 0) return this.#unit(Math.round(durationMs), 'millisecond');
    const [firstMs, firstUnit] = durationUnits[first]!;
    const whole = this.#unit(Math.floor(durationMs / firstMs), firstUnit);
    const next = durationUnits[first + 1];
    const rest = next === undefined ? 0 : Math.floor((durationMs % firstMs) / next[0]);
    return rest === 0 ? whole : `${whole} ${this.#unit(rest, next![1])}`;
  }

  bytes(count: number): string {
    const [amount, unit] =
      count < 1_000
        ? ([count, 'byte'] as const)
        : count < 1_000_000
          ? ([count / 1_000, 'kilobyte'] as const)
          : ([count / 1_000_000, 'megabyte'] as const);
    return new Intl.NumberFormat(this.#language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    }).format(amount);
  }

  /** "a, b and c". */
  list(parts: readonly string[]): string {
    return this.#list.format(parts);
  }

  #unit(count: number, unit: string): string {
    return new Intl.NumberFormat(this.#language, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
  }
}
