import type { Decimal } from 'decimal.js';
import { Temporal } from 'temporal-polyfill';
import { DaysTimeDuration, YearsMonthsDuration } from './duration.ts';
import { FeelFunction } from './function.ts';
import { isDecimal } from './number.ts';
import { FeelRange } from './range.ts';
import { FeelTime } from './time.ts';

export type FeelDate = Temporal.PlainDate;
/** Without zone: PlainDateTime. With offset or region: ZonedDateTime, whose zone id is `+01:00` or `Europe/Berlin`. */
export type FeelDateTime = Temporal.PlainDateTime | Temporal.ZonedDateTime;

/** A `number` means the decimal its shortest text shows (0.1 is exactly 0.1); what does not fit is a Decimal. */
export type FeelNumber = number | Decimal;
export type FeelList = readonly FeelValue[];
/** A Map, so that `__proto__` and `constructor` are ordinary names and no host object is reachable. */
export type FeelContext = ReadonlyMap<string, FeelValue>;

export type FeelValue =
  | null
  | boolean
  | FeelNumber
  | string
  | FeelList
  | FeelContext
  | FeelRange
  | FeelFunction
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysTimeDuration
  | YearsMonthsDuration;

export type FeelTypeName =
  | 'NULL'
  | 'BOOLEAN'
  | 'NUMBER'
  | 'STRING'
  | 'ARRAY'
  | 'OBJECT'
  | 'DATE'
  | 'DATE_TIME'
  | 'TIME'
  | 'DURATION'
  | 'PERIOD'
  | 'RANGE'
  | 'FUNCTION';

export const isNull = (value: FeelValue): value is null => value === null;
export const isBoolean = (value: FeelValue): value is boolean => typeof value === 'boolean';
export const isString = (value: FeelValue): value is string => typeof value === 'string';
export const isNumber = (value: FeelValue): value is FeelNumber => typeof value === 'number' || isDecimal(value);
export const isList = (value: FeelValue): value is FeelList => Array.isArray(value);
export const isContext = (value: FeelValue): value is FeelContext => value instanceof Map;
export const isRange = (value: FeelValue): value is FeelRange => value instanceof FeelRange;
export const isFunction = (value: FeelValue): value is FeelFunction => value instanceof FeelFunction;
export const isDate = (value: FeelValue): value is FeelDate => value instanceof Temporal.PlainDate;
export const isTime = (value: FeelValue): value is FeelTime => value instanceof FeelTime;
export const isLocalDateTime = (value: FeelValue): value is Temporal.PlainDateTime =>
  value instanceof Temporal.PlainDateTime;
export const isZonedDateTime = (value: FeelValue): value is Temporal.ZonedDateTime =>
  value instanceof Temporal.ZonedDateTime;
export const isDateTime = (value: FeelValue): value is FeelDateTime => isLocalDateTime(value) || isZonedDateTime(value);
export const isDaysTimeDuration = (value: FeelValue): value is DaysTimeDuration => value instanceof DaysTimeDuration;
export const isYearsMonthsDuration = (value: FeelValue): value is YearsMonthsDuration =>
  value instanceof YearsMonthsDuration;

/** The kind of a value as Camunda's messages and the evaluation endpoint name it. */
export function typeNameOf(value: FeelValue): FeelTypeName {
  if (value === null) return 'NULL';
  switch (typeof value) {
    case 'boolean':
      return 'BOOLEAN';
    case 'number':
      return 'NUMBER';
    case 'string':
      return 'STRING';
  }
  if (isDecimal(value)) return 'NUMBER';
  if (isList(value)) return 'ARRAY';
  if (isContext(value)) return 'OBJECT';
  if (isDate(value)) return 'DATE';
  if (isDateTime(value)) return 'DATE_TIME';
  if (isTime(value)) return 'TIME';
  if (isDaysTimeDuration(value)) return 'DURATION';
  if (isYearsMonthsDuration(value)) return 'PERIOD';
  return isRange(value) ? 'RANGE' : 'FUNCTION';
}

/**
 * The kind of a value as FEEL itself names it (`instance of`, warnings). A local and a zoned time share a name, but
 * are never equal or comparable: see comparison.ts.
 */
export function feelTypeOf(value: FeelValue): string {
  return feelTypes[typeNameOf(value)];
}

const feelTypes: Record<FeelTypeName, string> = {
  NULL: 'null',
  BOOLEAN: 'boolean',
  NUMBER: 'number',
  STRING: 'string',
  ARRAY: 'list',
  OBJECT: 'context',
  DATE: 'date',
  DATE_TIME: 'date and time',
  TIME: 'time',
  DURATION: 'days and time duration',
  PERIOD: 'years and months duration',
  RANGE: 'range',
  FUNCTION: 'function',
};
