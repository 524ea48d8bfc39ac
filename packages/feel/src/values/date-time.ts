import { Temporal } from 'temporal-polyfill';
import { dayNumber, dayWithNumber } from './calendar-days.ts';
import { remembering } from './remembering.ts';
import { parseTime, plainTimeText } from './time.ts';
import type { FeelDate, FeelDateTime } from './value.ts';
import { isOffsetZone, offsetText, zoneIdOf } from './zone.ts';

const datePattern = /^(-?(?:[1-9]\d{0,4})?\d{4})-(\d{2})-(\d{2})$/;
const suffix = /(Z|[+-]\d{2}:\d{2})?(?:\[(.{1,64})\]|@(.{1,64}))?$/;

/** @returns undefined unless the text is a calendar date with a year of at least four digits. */
export const parseDate = remembering((text: string): FeelDate | undefined => {
  const match = text.length > 32 ? null : datePattern.exec(text);
  return match === null ? undefined : dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
});

/** @returns undefined unless the calendar has such a day (Temporal's years: ±271,820). */
export function dateOf(year: number, month: number, day: number): FeelDate | undefined {
  try {
    return new Temporal.PlainDate(year, month, day);
  } catch {
    return undefined;
  }
}

/** @throws {RangeError} beyond Temporal's years */
export const plusDays = (date: FeelDate, days: number): FeelDate =>
  dateWithNumber(dayNumber(date.year, date.month, date.day) + days);

const dateWithNumber = remembering((number: number): FeelDate => {
  const { year, month, day } = dayWithNumber(number);
  return new Temporal.PlainDate(year, month, day);
});

/** Reads `2026-01-01`, `…T10:00`, `…T10:00:00.5Z`, `…+01:00`, `…+01:00[Europe/Berlin]`, `…@Europe/Berlin`. */
export const parseDateTime = remembering((text: string): FeelDateTime | undefined => {
  if (text.length > 128) return undefined;
  const separator = text.indexOf('T');
  if (separator < 0) return parseDate(text)?.toPlainDateTime();
  const date = parseDate(text.slice(0, separator));
  const [zoneText, offset, bracketRegion, region] = suffix.exec(text) as RegExpExecArray;
  const timeText = text.slice(separator + 1, text.length - zoneText.length);
  const time = parseTime(timeText);
  if (date === undefined || time === undefined || time.offsetSeconds !== undefined) return undefined;
  // An offset beside `@region` could only contradict it.
  if (offset !== undefined && region !== undefined) return undefined;
  const zoneName = bracketRegion ?? region ?? offset;
  const local = inRange(() => atClockTime(date, time.plain, timeText));
  if (zoneName === undefined || local === undefined) return local;
  const zone = zoneIdOf(zoneName);
  if (zone === undefined) return undefined;
  return inRange(() =>
    offset === undefined || zoneName === offset
      ? local.toZonedDateTime(zone)
      : // Java: the offset decides between the two 02:30s of an autumn night, and yields where the region contradicts it.
        Temporal.ZonedDateTime.from(`${local}${offset === 'Z' ? '+00:00' : offset}[${zone}]`, {
          offset: 'prefer',
        }),
  );
});

/** 24:00 ends a day, so it is the next one's 00:00. */
function atClockTime(date: FeelDate, time: Temporal.PlainTime, timeText: string): Temporal.PlainDateTime {
  const local = date.toPlainDateTime(time);
  return timeText.startsWith('24') ? local.add({ days: 1 }) : local;
}

/** Runs a calculation that may leave Temporal's range of dates. */
export function inRange<T>(calculate: () => T): T | undefined {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** `string()` of a date and time: `2026-01-01T10:00:00`, `…+01:00`, `…@Europe/Berlin`. */
export function dateTimeText(value: FeelDateTime): string {
  const local = localText(value);
  if (value instanceof Temporal.PlainDateTime) return local;
  return isOffsetZone(value.timeZoneId) ? local + offsetOf(value) : `${local}@${value.timeZoneId}`;
}

/** How a variable stores it: ISO 8601 with offset, and the region in brackets if there is one. */
export function dateTimeIsoText(value: FeelDateTime): string {
  const local = localText(value);
  if (value instanceof Temporal.PlainDateTime) return local;
  return local + offsetOf(value) + (isOffsetZone(value.timeZoneId) ? '' : `[${value.timeZoneId}]`);
}

/**
 * The instant of a date and time in epoch milliseconds.
 * @param localZone the zone a date and time without one is read in; IANA name, default 'UTC'.
 */
export function dateTimeToEpochMs(value: FeelDateTime, localZone = 'UTC'): number {
  const zoned = value instanceof Temporal.PlainDateTime ? value.toZonedDateTime(localZone) : value;
  return zoned.epochMilliseconds;
}

/** `2026-01-01`, `-0044-03-15`, and as in Java `+12026-01-01`. */
export const dateText = (value: FeelDate): string =>
  `${value.year > 9_999 ? '+' : ''}${yearText(value.year)}${value.toString().slice(-6)}`;

/** Java signs the years of dates, not those of dates with a time. */
const localText = (value: FeelDateTime): string =>
  `${yearText(value.year)}${value.toPlainDate().toString().slice(-6)}T${plainTimeText(value)}`;

const yearText = (year: number): string => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;

const offsetOf = (value: Temporal.ZonedDateTime): string => offsetText(value.offsetNanoseconds / 1_000_000_000);
