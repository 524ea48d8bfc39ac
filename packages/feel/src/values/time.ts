import { Temporal } from 'temporal-polyfill';
import { fractionText } from './duration.ts';
import { offsetText, parseOffset, standardOffsetSeconds } from './zone.ts';

const nanosecondsPerDay = 86_400_000_000_000n;

/** A time of day: local (no offset), with an offset from UTC, or with a region whose standard offset applies. */
export class FeelTime {
  readonly plain: Temporal.PlainTime;
  readonly offsetSeconds: number | undefined;
  readonly zone: string | undefined;

  constructor(plain: Temporal.PlainTime, offsetSeconds?: number, zone?: string) {
    this.plain = plain;
    this.offsetSeconds = offsetSeconds;
    this.zone = zone;
  }

  /** On the axis of UTC for a time with an offset; may lie outside a day. */
  get utcNanoseconds(): bigint {
    return nanosecondsOfDay(this.plain) - BigInt(this.offsetSeconds ?? 0) * 1_000_000_000n;
  }

  /** Moves around the clock; a day later is the same time. */
  plus(nanoseconds: bigint): FeelTime {
    const moved = nanosecondsOfDay(this.plain) + (nanoseconds % nanosecondsPerDay) + nanosecondsPerDay;
    return new FeelTime(plainTimeOf(moved % nanosecondsPerDay), this.offsetSeconds, this.zone);
  }

  /** `10:00:00`, `10:00:00+01:00`, `10:00:00@Europe/Berlin`. */
  toString(): string {
    if (this.zone !== undefined) return `${plainTimeText(this.plain)}@${this.zone}`;
    return plainTimeText(this.plain) + (this.offsetSeconds === undefined ? '' : offsetText(this.offsetSeconds));
  }
}

/** Hours, minutes and seconds always, the fraction only if there is one. */
export function plainTimeText(time: Temporal.PlainTime | Temporal.PlainDateTime | Temporal.ZonedDateTime): string {
  const two = (amount: number) => (amount < 10 ? `0${amount}` : String(amount));
  const nanoseconds = time.millisecond * 1_000_000 + time.microsecond * 1_000 + time.nanosecond;
  return `${two(time.hour)}:${two(time.minute)}:${two(time.second)}${fractionText(nanoseconds)}`;
}

const timeText = /^T?(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2}(?::\d{2})?)?(?:@(.{1,64}))?$/;

/** @returns undefined unless the text is a time of day with optional seconds, fraction, and offset or `@region`. */
export function parseTime(text: string): FeelTime | undefined {
  const match = text.length > 128 ? null : timeText.exec(text);
  if (match === null) return undefined;
  const [, hour, minute, second, fraction, offset, zone] = match;
  // As Java reads it: 24:00 is midnight, and only 24:00.
  const isMidnight = /^T?24:00(?::00(?:\.0+)?)?(?![\d:.])/.test(text);
  const plain = plainTime(
    isMidnight ? 0 : Number(hour),
    Number(minute),
    Number(second ?? 0),
    Number((fraction ?? '').padEnd(9, '0')),
  );
  if (plain === undefined) return undefined;
  if (zone !== undefined) {
    const standard = standardOffsetSeconds(zone);
    return offset !== undefined || standard === undefined ? undefined : new FeelTime(plain, standard, zone);
  }
  if (offset === undefined) return new FeelTime(plain);
  const offsetSeconds = parseOffset(offset);
  return offsetSeconds === undefined ? undefined : new FeelTime(plain, offsetSeconds);
}

/** @returns undefined unless every part lies within a day. */
export function plainTime(
  hour: number,
  minute: number,
  second: number,
  nanoseconds: number,
): Temporal.PlainTime | undefined {
  const isWithin = (value: number, end: number) => Number.isInteger(value) && value >= 0 && value < end;
  if (!isWithin(hour, 24) || !isWithin(minute, 60) || !isWithin(second, 60)) return undefined;
  const [millisecond, microsecond] = [Math.trunc(nanoseconds / 1_000_000), Math.trunc(nanoseconds / 1_000) % 1_000];
  return new Temporal.PlainTime(hour, minute, second, millisecond, microsecond, nanoseconds % 1_000);
}

function nanosecondsOfDay(time: Temporal.PlainTime): bigint {
  const milliseconds = ((time.hour * 60 + time.minute) * 60 + time.second) * 1_000 + time.millisecond;
  return BigInt(milliseconds) * 1_000_000n + BigInt(time.microsecond * 1_000 + time.nanosecond);
}

function plainTimeOf(nanoseconds: bigint): Temporal.PlainTime {
  const seconds = Number(nanoseconds / 1_000_000_000n);
  const rest = Number(nanoseconds % 1_000_000_000n);
  return plainTime(
    Math.trunc(seconds / 3_600),
    Math.trunc(seconds / 60) % 60,
    seconds % 60,
    rest,
  ) as Temporal.PlainTime;
}
