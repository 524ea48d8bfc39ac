import {
  type FeelValue,
  isContext,
  isDate,
  isDateTime,
  isDaysTimeDuration,
  isList,
  isNumber,
  isTime,
  isYearsMonthsDuration,
  isZonedDateTime,
  toNumber,
} from '@waggle/feel';

/** What the kit's own runners allow: it writes down results of engines that compute with more or fewer digits. */
const numberTolerance = 1e-8;

/** Whether a result is the expected value in the sense of the kit: same kind, same content. */
export function sameValue(expected: FeelValue, actual: FeelValue): boolean {
  if (expected === null || actual === null) return expected === actual;
  if (isNumber(expected)) {
    return isNumber(actual) && Math.abs((toNumber(expected) ?? 0) - (toNumber(actual) ?? 0)) < numberTolerance;
  }
  if (isList(expected)) {
    if (!isList(actual) || expected.length !== actual.length) return false;
    return expected.every((item, index) => sameValue(item, actual[index] ?? null));
  }
  if (isContext(expected)) {
    if (!isContext(actual) || expected.size !== actual.size) return false;
    return [...expected].every(([name, value]) => actual.has(name) && sameValue(value, actual.get(name) ?? null));
  }
  if (isZonedDateTime(expected)) {
    // The kit can only write offsets; a region that has this offset then is the same date and time.
    return (
      isZonedDateTime(actual) &&
      expected.epochNanoseconds === actual.epochNanoseconds &&
      expected.offsetNanoseconds === actual.offsetNanoseconds
    );
  }
  if (isTime(expected)) {
    return isTime(actual) && expected.plain.equals(actual.plain) && expected.offsetSeconds === actual.offsetSeconds;
  }
  if (isDate(expected)) return isDate(actual) && expected.equals(actual);
  if (isDateTime(expected)) return isDateTime(actual) && !isZonedDateTime(actual) && expected.equals(actual);
  if (isDaysTimeDuration(expected)) return isDaysTimeDuration(actual) && expected.nanoseconds === actual.nanoseconds;
  if (isYearsMonthsDuration(expected)) {
    return isYearsMonthsDuration(actual) && expected.totalMonths === actual.totalMonths;
  }
  return expected === actual;
}
