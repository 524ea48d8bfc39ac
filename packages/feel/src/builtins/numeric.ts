import { Decimal } from 'decimal.js';
import type { Run } from '../evaluation.ts';
import { DaysTimeDuration, YearsMonthsDuration } from '../values/duration.ts';
import {
  compareNumbers,
  fromDouble,
  moduloNumbers,
  negateNumber,
  roundNumber,
  toDecimal,
  toDouble,
  toIndex,
  withShownDigits,
} from '../values/number.ts';
import { type FeelNumber, isDaysTimeDuration, isNumber, isString, isYearsMonthsDuration } from '../values/value.ts';
import { type Builtins, fail, type Outcome, type Overload, overload } from './builtin.ts';

const roundingModes: ReadonlyMap<string, Decimal.Rounding> = new Map([
  ['UP', Decimal.ROUND_UP],
  ['DOWN', Decimal.ROUND_DOWN],
  ['CEILING', Decimal.ROUND_CEIL],
  ['FLOOR', Decimal.ROUND_FLOOR],
  ['HALF_UP', Decimal.ROUND_HALF_UP],
  ['HALF_DOWN', Decimal.ROUND_HALF_DOWN],
  ['HALF_EVEN', Decimal.ROUND_HALF_EVEN],
]);

/** decimal.js needs microseconds for divisions and roundings of long numbers. */
const roundingSteps = 20;

/** A remainder takes a long division over all digits between the two numbers. */
const digitsBetween = (left: FeelNumber, right: FeelNumber): number =>
  Math.max(0, toDecimal(left).e - toDecimal(right).e);

const isWhole = (value: FeelNumber): boolean => toDecimal(value).isInteger();

function isEven(run: Run, value: FeelNumber): boolean {
  if (Number.isSafeInteger(value)) return (value as number) % 2 === 0;
  run.charge(roundingSteps + (digitsBetween(value, 2) >>> 1));
  return toDecimal(value).mod(2).isZero();
}

const rounding = (mode: Decimal.Rounding): Overload =>
  overload(
    [
      ['n', isNumber],
      ['scale', isNumber],
    ],
    (run, value, scale) => {
      run.charge(roundingSteps);
      return rounded(value, scale, mode);
    },
  );

const roundingToWhole = (mode: Decimal.Rounding): Overload =>
  overload([['n', isNumber]], (run, value) => {
    run.charge(Number.isSafeInteger(value) ? 1 : roundingSteps);
    return rounded(value, 0, mode);
  });

/** More digits behind the point than this are not shown; a number has 34 at most. */
const shownDigitsMax = 34;

function rounded(value: FeelNumber, scale: FeelNumber, mode: Decimal.Rounding): Outcome {
  const digits = toIndex(scale);
  const result = roundNumber(value, digits, mode);
  if (result === undefined) return fail('Failed to apply rounding: the result is out of range');
  return digits > 0 && digits <= shownDigitsMax ? withShownDigits(result, digits) : result;
}

/** Camunda computes these in doubles, and so do we. */
const inDoubles = (calculate: (value: number) => number): Overload =>
  overload([['number', isNumber]], (_run, value) => fromDouble(calculate(toDouble(value))) ?? null);

const absolute = (parameter: string): Overload =>
  overload([[parameter, isNumber]], (_run, value) => (compareNumbers(value, 0) < 0 ? negateNumber(value) : value));

export const numericBuiltins: Builtins = {
  decimal: [
    rounding(Decimal.ROUND_HALF_EVEN),
    overload(
      [
        ['n', isNumber],
        ['scale', isNumber],
        ['mode', isString],
      ],
      (run, value, scale, name) => {
        run.charge(roundingSteps);
        const mode = roundingModes.get(name.toUpperCase());
        if (mode !== undefined) return rounded(value, scale, mode);
        const modes = [...roundingModes.keys()].join(', ');
        return fail(`Illegal argument '${name}' for rounding mode. Must be one of: ${modes}`);
      },
    ),
  ],
  floor: [roundingToWhole(Decimal.ROUND_FLOOR), rounding(Decimal.ROUND_FLOOR)],
  ceiling: [roundingToWhole(Decimal.ROUND_CEIL), rounding(Decimal.ROUND_CEIL)],
  'round up': [rounding(Decimal.ROUND_UP)],
  'round down': [rounding(Decimal.ROUND_DOWN)],
  'round half up': [rounding(Decimal.ROUND_HALF_UP)],
  'round half down': [rounding(Decimal.ROUND_HALF_DOWN)],
  abs: [
    absolute('number'),
    absolute('n'),
    overload([['n', isYearsMonthsDuration]], (_run, value) => new YearsMonthsDuration(Math.abs(value.totalMonths))),
    overload([['n', isDaysTimeDuration]], (_run, value) =>
      value.nanoseconds < 0n ? new DaysTimeDuration(-value.nanoseconds) : value,
    ),
  ],
  modulo: [
    overload(
      [
        ['dividend', isNumber],
        ['divisor', isNumber],
      ],
      (run, dividend, divisor) => {
        run.charge(Number.isSafeInteger(dividend) ? 1 : roundingSteps + (digitsBetween(dividend, divisor) >>> 1));
        return moduloNumbers(dividend, divisor) ?? fail('Division by zero');
      },
    ),
  ],
  sqrt: [inDoubles(Math.sqrt)],
  log: [inDoubles(Math.log)],
  exp: [inDoubles(Math.exp)],
  odd: [overload([['number', isNumber]], (run, value) => isWhole(value) && !isEven(run, value))],
  even: [overload([['number', isNumber]], (run, value) => isWhole(value) && isEven(run, value))],
  'random number': [overload([], (run) => run.random())],
};
