import { Temporal } from 'temporal-polyfill';
import { BudgetExceeded, type Run } from '../evaluation.ts';
import { limits } from '../limits.ts';
import { dateTimeText } from './date-time.ts';
import { compareNumbers, equalNumbers, numberKey } from './number.ts';
import type { FeelTime } from './time.ts';
import {
  type FeelContext,
  type FeelList,
  type FeelValue,
  isBoolean,
  isContext,
  isDate,
  isDaysTimeDuration,
  isList,
  isLocalDateTime,
  isNumber,
  isRange,
  isString,
  isTime,
  isYearsMonthsDuration,
  isZonedDateTime,
} from './value.ts';

/**
 * Equality of two values.
 * @returns undefined if their types differ or have no equality (functions); null equals only null.
 */
export function equalValues(run: Run, left: FeelValue, right: FeelValue, depth = 0): boolean | undefined {
  run.charge(1);
  if (left === null || right === null) return left === right;
  if (isString(left)) {
    chargeText(run, left);
    return isString(right) ? left === right : undefined;
  }
  if (isNumber(left)) return isNumber(right) ? equalNumbers(left, right) : undefined;
  if (isBoolean(left)) return isBoolean(right) ? left === right : undefined;
  if (isList(left)) return isList(right) ? equalLists(run, left, right, depth) : undefined;
  if (isContext(left)) return isContext(right) ? equalContexts(run, left, right, depth) : undefined;
  if (isRange(left)) {
    if (!isRange(right)) return undefined;
    return (
      left.startIncluded === right.startIncluded &&
      left.endIncluded === right.endIncluded &&
      left.operator === right.operator &&
      equalValues(run, left.start, right.start) === true &&
      equalValues(run, left.end, right.end) === true
    );
  }
  // Equal is not "the same instant": 10:00Z and 11:00+01:00 are ordered, not equal (Java's ZonedDateTime).
  if (isTime(left) && isTime(right) && hasZone(left) === hasZone(right)) return left.toString() === right.toString();
  const order = compareValues(left, right);
  return order === undefined ? undefined : order === 0;
}

/** Texts of megabytes take time to compare, and a loop can do it often. */
export function chargeText(run: Run, text: FeelValue): void {
  if (typeof text === 'string' && text.length >= 1_024) run.charge(text.length >>> 10);
}

function equalLists(run: Run, left: FeelList, right: FeelList, depth: number): boolean {
  checkDepth(depth);
  if (left.length !== right.length) return false;
  return left.every((item, index) => equalValues(run, item, right[index] as FeelValue, depth + 1) === true);
}

function equalContexts(run: Run, left: FeelContext, right: FeelContext, depth: number): boolean {
  checkDepth(depth);
  if (left.size !== right.size) return false;
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined || equalValues(run, value, other, depth + 1) !== true) return false;
  }
  return true;
}

/**
 * The order of two values of one ordered type.
 * @returns undefined if the types differ, one is null, or the type has no order.
 */
export function compareValues(left: FeelValue, right: FeelValue): number | undefined {
  if (isNumber(left)) return isNumber(right) ? compareNumbers(left, right) : undefined;
  if (isString(left)) return isString(right) ? (left < right ? -1 : left > right ? 1 : 0) : undefined;
  if (isDate(left)) return isDate(right) ? Temporal.PlainDate.compare(left, right) : undefined;
  if (isLocalDateTime(left)) {
    return isLocalDateTime(right) ? Temporal.PlainDateTime.compare(left, right) : undefined;
  }
  if (isZonedDateTime(left)) return isZonedDateTime(right) ? compareZoned(left, right) : undefined;
  if (isTime(left)) {
    if (!isTime(right) || hasZone(left) !== hasZone(right)) return undefined;
    return order(left.utcNanoseconds, right.utcNanoseconds);
  }
  if (isDaysTimeDuration(left)) {
    return isDaysTimeDuration(right) ? order(left.nanoseconds, right.nanoseconds) : undefined;
  }
  if (isYearsMonthsDuration(left)) {
    return isYearsMonthsDuration(right) ? order(left.totalMonths, right.totalMonths) : undefined;
  }
  return undefined;
}

/** By instant; at one instant by local time, then by zone, so that only identical values compare as equal. */
function compareZoned(left: Temporal.ZonedDateTime, right: Temporal.ZonedDateTime): number {
  return (
    Temporal.ZonedDateTime.compare(left, right) ||
    Temporal.PlainDateTime.compare(left.toPlainDateTime(), right.toPlainDateTime()) ||
    order(left.timeZoneId, right.timeZoneId)
  );
}

/**
 * A text that two values share exactly if they are equal, so that duplicates are found in linear time.
 * Functions have no equality; each gets a key of its own from `unequal`.
 */
export function equalityKey(run: Run, value: FeelValue, unequal: () => string, depth = 0): string {
  run.charge(1);
  if (value === null) return '_';
  if (isString(value)) {
    run.charge(value.length >>> 4);
    return `s${value.length}:${value}`;
  }
  if (isNumber(value)) return `n${numberKey(value)}`;
  if (isBoolean(value)) return value ? 'true' : 'false';
  run.charge(10);
  if (isList(value)) {
    checkDepth(depth);
    return `[${value.map((item) => equalityKey(run, item, unequal, depth + 1)).join()}]`;
  }
  if (isContext(value)) {
    checkDepth(depth);
    const entries = [...value].sort(([left], [right]) => order(left, right));
    return `{${entries.map(([key, item]) => `${key.length}:${key}=${equalityKey(run, item, unequal, depth + 1)}`).join()}}`;
  }
  if (isRange(value)) {
    const [start, end] = [value.start, value.end].map((bound) => equalityKey(run, bound, unequal));
    return `r${value.operator ?? ''}${value.startIncluded}${start}..${end}${value.endIncluded}`;
  }
  if (isDate(value)) return `d${value}`;
  if (isTime(value)) return `t${value}`;
  if (isLocalDateTime(value) || isZonedDateTime(value)) return `dt${dateTimeText(value)}${offsetKey(value)}`;
  if (isDaysTimeDuration(value)) return `dd${value.nanoseconds}`;
  if (isYearsMonthsDuration(value)) return `dm${value.totalMonths}`;
  return unequal();
}

/** The repeated hour of an autumn night has two offsets under one text. */
const offsetKey = (value: Temporal.PlainDateTime | Temporal.ZonedDateTime): string =>
  isZonedDateTime(value) ? value.offset : '';

const hasZone = (time: FeelTime): boolean => time.offsetSeconds !== undefined;

const order = <T extends bigint | number | string>(left: T, right: T): number =>
  left < right ? -1 : left > right ? 1 : 0;

function checkDepth(depth: number): void {
  if (depth > limits.valueDepthMax) {
    throw new BudgetExceeded(`Expected values nested at most ${limits.valueDepthMax} deep, but they are nested deeper`);
  }
}
