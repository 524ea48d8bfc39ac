import { Temporal } from 'temporal-polyfill';
import { dateOf, inRange, parseDate, parseDateTime } from '../values/date-time.ts';
import { type DaysTimeDuration, parseDuration, YearsMonthsDuration } from '../values/duration.ts';
import { describeValue } from '../values/feel-string.ts';
import { toDecimal, toIndex } from '../values/number.ts';
import { FeelTime, parseTime, plainTime } from '../values/time.ts';
import {
  type FeelDate,
  type FeelDateTime,
  type FeelNumber,
  type FeelValue,
  isDate,
  isDateTime,
  isDaysTimeDuration,
  isNumber,
  isString,
  isTime,
  isZonedDateTime,
} from '../values/value.ts';
import { isOffsetZone, zoneIdOf } from '../values/zone.ts';
import { type Builtins, type Failure, fail, type Outcome, optional, overload } from './builtin.ts';

export const isDay = (value: FeelValue): value is FeelDate | FeelDateTime => isDate(value) || isDateTime(value);

export const dayOf = (value: FeelDate | FeelDateTime): FeelDate => (isDate(value) ? value : value.toPlainDate());

const orFail = (value: FeelValue | undefined, kind: string, from: string): FeelValue | Failure =>
  value ?? fail(`Failed to parse ${kind} from '${from.slice(0, 100)}'`);

/** How Camunda names what it tried to read, by what the text looks like. */
const kindOfTime = (text: string): string => (/^T?\d\d:.*(?:[Z@+]|-\d\d)/.test(text) ? 'time' : 'local-time');

/** Finding the offset that a region has on a day. */
const zoneSteps = 200;

/** Temporal values from text, parts and each other. */
export const temporalConversionBuiltins: Builtins = {
  date: [
    overload([['from', isString]], (_run, from) => orFail(parseDate(from), 'date', from)),
    overload([['from', isDay]], (_run, from) => dayOf(from)),
    overload(
      [
        ['year', isNumber],
        ['month', isNumber],
        ['day', isNumber],
      ],
      (_run, year, month, day) =>
        dateOf(toIndex(year), toIndex(month), toIndex(day)) ??
        fail(`Failed to parse date from: ${describeParts({ year, month, day })}`),
    ),
  ],

  time: [
    overload([['from', isString]], (_run, from) => orFail(parseTime(from), kindOfTime(from), from)),
    overload([['from', isDateTime]], (_run, from) => timeOf(from)),
    overload([['from', isTime]], (_run, from) => from),
    overload([['from', isDate]], (_run, _midnight) => new FeelTime(new Temporal.PlainTime(), 0)),
    overload(
      [
        ['hour', isNumber],
        ['minute', isNumber],
        ['second', isNumber],
      ],
      (_run, hour, minute, second) => timeFrom(hour, minute, second, null),
    ),
    overload(
      [
        ['hour', isNumber],
        ['minute', isNumber],
        ['second', isNumber],
        ['offset', optional(isDaysTimeDuration)],
      ],
      (_run, hour, minute, second, offset) => timeFrom(hour, minute, second, offset),
    ),
  ],

  'date and time': [
    overload([['from', isString]], (run, from) => {
      const parsed = parseDateTime(from);
      if (parsed !== undefined && isZonedDateTime(parsed)) run.charge(zoneSteps);
      return orFail(parsed, 'date-time', from);
    }),
    overload([['from', isDateTime]], (_run, from) => from),
    overload(
      [
        ['date', isDay],
        ['time', isTime],
      ],
      (_run, day, time) => inRange(() => atTime(dayOf(day), time)) ?? fail('the date and time is out of range'),
    ),
    overload(
      [
        ['date', isDateTime],
        ['timezone', isString],
      ],
      (_run, dateTime, timezone) => inZone(dateTime, timezone),
    ),
  ],

  duration: [overload([['from', isString]], (_run, from) => orFail(parseDuration(from), 'duration', from))],

  'years and months duration': [
    overload(
      [
        ['from', isDay],
        ['to', isDay],
      ],
      (_run, from, to) => wholeMonthsBetween(dayOf(from), dayOf(to)),
    ),
  ],
};

/** A month is whole once its day is reached again: from 29 February, that is 29, not 28, February four years later. */
function wholeMonthsBetween(from: FeelDate, to: FeelDate): YearsMonthsDuration {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return new YearsMonthsDuration(months - 1);
  return new YearsMonthsDuration(months < 0 && to.day > from.day ? months + 1 : months);
}

function timeFrom(hour: FeelNumber, minute: FeelNumber, second: FeelNumber, offset: DaysTimeDuration | null): Outcome {
  const seconds = toDecimal(second);
  const nanoseconds = seconds.minus(seconds.trunc()).times(1_000_000_000).trunc().toNumber();
  const plain = plainTime(toIndex(hour), toIndex(minute), toIndex(second), nanoseconds);
  const offsetSeconds = offset === null ? undefined : Number(offset.totalSeconds);
  if (plain !== undefined && Math.abs(offsetSeconds ?? 0) <= 18 * 3_600) return new FeelTime(plain, offsetSeconds);
  return offset === null
    ? fail(`Failed to parse local-time from: ${describeParts({ hour, minute, second })}`)
    : fail(`Failed to parse time from: ${describeParts({ hour, minute, second, offset })}`);
}

const describeParts = (parts: Record<string, FeelValue>): string =>
  Object.entries(parts)
    .map(([name, value]) => `${name}=${describeValue(value)}`)
    .join(', ');

function timeOf(dateTime: FeelDateTime): FeelTime {
  const plain = dateTime.toPlainTime();
  if (!isZonedDateTime(dateTime)) return new FeelTime(plain);
  const region = isOffsetZone(dateTime.timeZoneId) ? undefined : dateTime.timeZoneId;
  return new FeelTime(plain, dateTime.offsetNanoseconds / 1_000_000_000, region);
}

function atTime(day: FeelDate, time: FeelTime): FeelDateTime {
  const local = day.toPlainDateTime(time.plain);
  if (time.offsetSeconds === undefined) return local;
  if (time.zone !== undefined) return local.toZonedDateTime(time.zone);
  const sign = time.offsetSeconds < 0 ? '-' : '+';
  const minutes = Math.trunc(Math.abs(time.offsetSeconds) / 60);
  const two = (amount: number) => String(amount).padStart(2, '0');
  return local.toZonedDateTime(`${sign}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`);
}

/** A date and time without a zone is placed in it; one with a zone is the same instant there. */
function inZone(dateTime: FeelDateTime, timezone: string): Outcome {
  const zone = zoneIdOf(timezone);
  if (zone === undefined) return fail(`Unknown time zone '${timezone.slice(0, 100)}'`);
  return (
    inRange(() => (isZonedDateTime(dateTime) ? dateTime.withTimeZone(zone) : dateTime.toZonedDateTime(zone))) ??
    fail('the date and time is out of range')
  );
}
