import { Decimal } from 'decimal.js';
import { limits } from '../limits.ts';
import { addShort, divideShort, multiplyShort } from './short-decimal.ts';
import type { FeelNumber } from './value.ts';

/**
 * FEEL numbers: decimals of 34 digits (decimal128), held as a JS number while that is exact.
 *
 * 1. A JS number stands for the decimal its shortest text shows: 0.1 is one tenth, not the double next to it.
 * 2. Safe integers are computed natively (2 ns), short decimals through integers (30 ns), all else by decimal.js (1 µs).
 * 3. Results are canonical: a Decimal only where a JS number cannot say the same. Never NaN, never infinite, never -0.
 */
export const FeelDecimal = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_EVEN,
  minE: -6176,
  maxE: 6144,
});
export type FeelDecimal = Decimal;

export const isDecimal = (value: unknown): value is Decimal => value instanceof Decimal;

const numberText = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,9})?$/;

/** @returns undefined unless the text is one decimal number that decimal128's exponents can hold. */
export function parseNumber(text: string): FeelNumber | undefined {
  if (text.length > limits.numberLengthMax || !numberText.test(text)) return undefined;
  if (text.length <= 15) {
    const number = Number(text);
    // What is too small for a double is not zero.
    if (Number.isSafeInteger(number) && (number !== 0 || !/[1-9]/.test(text))) return number + 0;
  }
  return canonical(new FeelDecimal(text));
}

/** @returns undefined if the number is not finite: an overflow, or a mathematical function outside its domain. */
export function canonical(decimal: Decimal): FeelNumber | undefined {
  if (!decimal.isFinite()) return undefined;
  const number = decimal.toNumber();
  if (Number.isSafeInteger(number)) return decimal.isInteger() ? number + 0 : decimal;
  return Number.isFinite(number) && decimal.eq(number) ? number + 0 : decimal;
}

/** A double of a mathematical function (sqrt, log, …) as a FEEL number. */
export function fromDouble(double: number): FeelNumber | undefined {
  return Number.isFinite(double) ? double + 0 : undefined;
}

export const toDecimal = (value: FeelNumber): Decimal => (typeof value === 'number' ? new FeelDecimal(value) : value);

export const toDouble = (value: FeelNumber): number => (typeof value === 'number' ? value : value.toNumber());

export function addNumbers(left: FeelNumber, right: FeelNumber): FeelNumber | undefined {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(sum) && Number.isSafeInteger(left) && Number.isSafeInteger(right)) return sum;
    const short = addShort(left, right);
    if (short !== undefined) return short;
  }
  return canonical(toDecimal(left).plus(right));
}

export function subtractNumbers(left: FeelNumber, right: FeelNumber): FeelNumber | undefined {
  if (typeof left === 'number' && typeof right === 'number') {
    const difference = left - right;
    if (Number.isSafeInteger(difference) && Number.isSafeInteger(left) && Number.isSafeInteger(right)) {
      return difference;
    }
    const short = addShort(left, -right);
    if (short !== undefined) return short;
  }
  return canonical(toDecimal(left).minus(right));
}

export function multiplyNumbers(left: FeelNumber, right: FeelNumber): FeelNumber | undefined {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if (Number.isSafeInteger(product) && Number.isSafeInteger(left) && Number.isSafeInteger(right)) return product + 0;
    const short = multiplyShort(left, right);
    if (short !== undefined) return short;
  }
  return canonical(toDecimal(left).times(right));
}

/** @returns undefined for a division by zero, too. */
export function divideNumbers(left: FeelNumber, right: FeelNumber): FeelNumber | undefined {
  if (right === 0) return undefined;
  if (typeof left === 'number' && typeof right === 'number') {
    const quotient = left / right;
    if (Number.isSafeInteger(quotient) && Number.isSafeInteger(left) && Number.isSafeInteger(right)) {
      if (quotient * right === left) return quotient + 0;
    }
    const short = divideShort(left, right);
    if (short !== undefined) return short;
  }
  return canonical(toDecimal(left).div(right));
}

/** Whole exponents are exact to 34 digits; others are computed in doubles, as in Camunda. */
export function raiseNumber(base: FeelNumber, exponent: FeelNumber): FeelNumber | undefined {
  const power = toDouble(exponent);
  if (Number.isInteger(power)) return Math.abs(power) > 999_999_999 ? undefined : canonical(toDecimal(base).pow(power));
  return fromDouble(toDouble(base) ** power);
}

/** The remainder with the divisor's sign. */
export function moduloNumbers(dividend: FeelNumber, divisor: FeelNumber): FeelNumber | undefined {
  if (divisor === 0) return undefined;
  if (Number.isSafeInteger(dividend) && Number.isSafeInteger(divisor)) {
    const rest = (dividend as number) % (divisor as number);
    return (rest !== 0 && rest < 0 !== (divisor as number) < 0 ? rest + (divisor as number) : rest) + 0;
  }
  const [left, right] = [toDecimal(dividend), toDecimal(divisor)];
  const remainder = left.mod(right);
  return canonical(
    !remainder.isZero() && remainder.isNegative() !== right.isNegative() ? remainder.plus(right) : remainder,
  );
}

export function negateNumber(value: FeelNumber): FeelNumber {
  return typeof value === 'number' ? 0 - value : value.neg();
}

export function compareNumbers(left: FeelNumber, right: FeelNumber): number {
  if (typeof left === 'number' && typeof right === 'number') return left < right ? -1 : left > right ? 1 : 0;
  return toDecimal(left).cmp(right);
}

export const equalNumbers = (left: FeelNumber, right: FeelNumber): boolean =>
  typeof left === 'number' && typeof right === 'number' ? left === right : toDecimal(left).eq(right);

/** Rounds to a number of digits behind the decimal point (negative: before it). */
export function roundNumber(value: FeelNumber, scale: number, mode: Decimal.Rounding): FeelNumber | undefined {
  if (Number.isSafeInteger(value) && scale >= 0) return value;
  const decimal = toDecimal(value);
  if (scale >= 0) return canonical(decimal.toDecimalPlaces(Math.min(scale, 6176), mode));
  const unit = new FeelDecimal(10).pow(Math.min(-scale, 6144));
  return canonical(decimal.div(unit).toDecimalPlaces(0, mode).times(unit));
}

/** The whole part, for indices and counts; clamped to ±2^31 so that it can be added to a length. */
export function toIndex(value: FeelNumber): number {
  return Math.max(-2_147_483_648, Math.min(2_147_483_647, Math.trunc(toDouble(value))));
}

/**
 * A rounded number that prints all the digits it was rounded to: `decimal(2.5, 2)` as 2.50. Calculating with it gives
 * ordinary numbers again.
 */
export function withShownDigits(value: FeelNumber, digits: number): FeelNumber {
  const decimal = toDecimal(value);
  return decimal.decimalPlaces() >= digits ? value : Object.assign(new FeelDecimal(decimal), { shownDigits: digits });
}

const shownDigitsOf = (value: FeelNumber): number | undefined =>
  typeof value === 'object' && 'shownDigits' in value ? (value.shownDigits as number) : undefined;

/** The same text for equal numbers, whatever digits they show. */
export const numberKey = (value: FeelNumber): string =>
  Number.isSafeInteger(value) ? String(value) : toDecimal(value).toString();

/** Plain digits where a reader would write them so, an exponent otherwise; always readable by `number()`. */
export function numberToText(value: FeelNumber): string {
  if (Number.isSafeInteger(value)) return String(value);
  const shownDigits = shownDigitsOf(value);
  const decimal = toDecimal(value);
  if (shownDigits !== undefined) return decimal.toFixed(shownDigits);
  return decimal.e < -34 || decimal.e > 40 ? decimal.toExponential().toUpperCase() : decimal.toFixed();
}
