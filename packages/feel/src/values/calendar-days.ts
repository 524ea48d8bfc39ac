/**
 * The Gregorian calendar, before its introduction too, as a count of days. Years are taken to begin in March, so that a
 * leap day is the last of its year; four centuries have always the same number of days.
 */
const daysOfEra = 146_097;
const yearsOfEra = 400;

/** Days since 0000-03-01. */
export function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / yearsOfEra);
  const yearOfEra = marchYear - era * yearsOfEra;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * daysOfEra + yearOfEra * 365 + (yearOfEra >> 2) - Math.floor(yearOfEra / 100) + dayOfYear;
}

/** @returns the day with this number */
export function dayWithNumber(number: number): { readonly year: number; readonly month: number; readonly day: number } {
  const era = Math.floor(number / daysOfEra);
  const dayOfEra = number - era * daysOfEra;
  const leapDaysBefore =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (daysOfEra - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDaysBefore) / 365);
  const dayOfYear = dayOfEra - (yearOfEra * 365 + (yearOfEra >> 2) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((marchMonth + 2) % 12) + 1;
  return {
    year: era * yearsOfEra + yearOfEra + (month > 2 ? 0 : 1),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}
