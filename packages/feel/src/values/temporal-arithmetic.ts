import type { Decimal } from 'decimal.js';
import { Temporal } from 'temporal-polyfill';
import { inRange, plusDays } from './date-time.ts';
import { DaysTimeDuration, YearsMonthsDuration } from './duration.ts';
import { FeelDecimal } from './number.ts';
import {
  type FeelValue,
  isDate,
  isDaysTimeDuration,
  isLocalDateTime,
  isTime,
  isYearsMonthsDuration,
  isZonedDateTime,
} from './value.ts';

/** 10,000 years: beyond it no date can be moved, and longer products would only grow digits. */
const nanosecondsMax = 315_576_000_000_000_000_000n;
const nanosecondsPerDay = 86_400_000_000_000n;
const monthsMax = 12_000_000_000;

/** A point in time moved by a duration, or two durations of one kind added. Order does not matter. */
export function addTemporal(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isDaysTimeDuration(right)) {
    return isDaysTimeDuration(left)
      ? daysTimeDuration(left.nanoseconds + right.nanoseconds)
      : addNanoseconds(left, right.nanoseconds);
  }
  if (isYearsMonthsDuration(right)) {
    return isYearsMonthsDuration(left)
      ? yearsMonthsDuration(left.totalMonths + right.totalMonths)
      : addMonths(left, right.totalMonths);
  }
  return isDaysTimeDuration(left) || isYearsMonthsDuration(left) ? addTemporal(right, left) : undefined;
}

/** The exact time from `right` to `left`, for two values of one kind. */
export function durationBetween(left: FeelValue, right: FeelValue): DaysTimeDuration | undefined {
  if (isDate(left) && isDate(right)) return between(left.toPlainDateTime(), right.toPlainDateTime());
  if (isLocalDateTime(left) && isLocalDateTime(right)) return between(left, right);
  if (isZonedDateTime(left) && isZonedDateTime(right)) {
    return new DaysTimeDuration(left.epochNanoseconds - right.epochNanoseconds);
  }
  // A date stands for its midnight in UTC where only the other one has a zone.
  if (isZonedDateTime(left) && isDate(right)) return durationBetween(left, right.toZonedDateTime('UTC'));
  if (isDate(left) && isZonedDateTime(right)) return durationBetween(left.toZonedDateTime('UTC'), right);
  if (isTime(left) && isTime(right) && (left.offsetSeconds === undefined) === (right.offsetSeconds === undefined)) {
    return new DaysTimeDuration(left.utcNanoseconds - right.utcNanoseconds);
  }
  return undefined;
}

/** @returns undefined unless the value is a duration. */
export function negateDuration(value: FeelValue): DaysTimeDuration | YearsMonthsDuration | undefined {
  if (isDaysTimeDuration(value)) return new DaysTimeDuration(-value.nanoseconds);
  return isYearsMonthsDuration(value) ? new YearsMonthsDuration(-value.totalMonths) : undefined;
}

/** A duration times a number, divided by another; fractions of nanoseconds and of months are cut off. */
export function scaleDuration(
  value: FeelValue,
  factor: Decimal,
  divisor = new FeelDecimal(1),
): DaysTimeDuration | YearsMonthsDuration | undefined {
  const scale = (amount: string | number) => new FeelDecimal(amount).times(factor).div(divisor).trunc();
  if (isDaysTimeDuration(value)) {
    const nanoseconds = scale(value.nanoseconds.toString());
    if (!nanoseconds.isFinite() || nanoseconds.e > 21) return undefined;
    return daysTimeDuration(BigInt(nanoseconds.toFixed()));
  }
  return isYearsMonthsDuration(value) ? yearsMonthsDuration(scale(value.totalMonths).toNumber()) : undefined;
}

function addNanoseconds(value: FeelValue, nanoseconds: bigint): FeelValue | undefined {
  if (isTime(value)) return value.plus(nanoseconds);
  if (isDate(value)) {
    // From midnight on: less than a day backwards is the day before.
    const days = nanoseconds / nanosecondsPerDay - (nanoseconds % nanosecondsPerDay < 0n ? 1n : 0n);
    return inRange(() => plusDays(value, Number(days)));
  }
  if (isLocalDateTime(value)) return inRange(() => value.add(temporalDuration(nanoseconds)));
  if (!isZonedDateTime(value)) return undefined;
  return inRange(() => new Temporal.ZonedDateTime(value.epochNanoseconds + nanoseconds, value.timeZoneId));
}

function addMonths(value: FeelValue, months: number): FeelValue | undefined {
  if (isDate(value) || isLocalDateTime(value) || isZonedDateTime(value)) return inRange(() => value.add({ months }));
  return undefined;
}

/** Split because Temporal takes its units as numbers, which cannot hold so many nanoseconds. */
function temporalDuration(nanoseconds: bigint): { seconds: number; nanoseconds: number } {
  return { seconds: Number(nanoseconds / 1_000_000_000n), nanoseconds: Number(nanoseconds % 1_000_000_000n) };
}

function between(left: Temporal.PlainDateTime, right: Temporal.PlainDateTime): DaysTimeDuration {
  const epochNanoseconds = (value: Temporal.PlainDateTime) => value.toZonedDateTime('UTC').epochNanoseconds;
  return new DaysTimeDuration(epochNanoseconds(left) - epochNanoseconds(right));
}

function daysTimeDuration(nanoseconds: bigint): DaysTimeDuration | undefined {
  const amount = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  return amount > nanosecondsMax ? undefined : new DaysTimeDuration(nanoseconds);
}

function yearsMonthsDuration(months: number): YearsMonthsDuration | undefined {
  return Math.abs(months) <= monthsMax ? new YearsMonthsDuration(months) : undefined;
}
