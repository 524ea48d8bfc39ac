import { dateText, dateTimeIsoText } from './date-time.ts';
import { type DaysTimeDuration, fractionText, type YearsMonthsDuration } from './duration.ts';
import type { FeelTime } from './time.ts';
import { type FeelDate, type FeelDateTime, isDate, isDateTime, isTime } from './value.ts';

export type FeelTemporal = FeelDate | FeelTime | FeelDateTime | DaysTimeDuration | YearsMonthsDuration;

/** The text under which a temporal value is stored in a variable; reading it back gives a string. */
export function toIsoString(value: FeelTemporal): string {
  if (isDateTime(value)) return dateTimeIsoText(value);
  if (isTime(value) && value.offsetSeconds === undefined) return localTimeIsoText(value);
  return isDate(value) ? dateText(value) : value.toString();
}

/** Camunda leaves out zero seconds here, and only here, and writes a fraction in groups of three digits. */
function localTimeIsoText({ plain }: FeelTime): string {
  const text = plain.toString({ smallestUnit: 'minute' });
  const nanoseconds = plain.millisecond * 1_000_000 + plain.microsecond * 1_000 + plain.nanosecond;
  if (plain.second === 0 && nanoseconds === 0) return text;
  const fraction = fractionText(nanoseconds);
  return `${text}:${String(plain.second).padStart(2, '0')}${fraction === '' ? '' : fraction.padEnd(Math.ceil((fraction.length - 1) / 3) * 3 + 1, '0')}`;
}
