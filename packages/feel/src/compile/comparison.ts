import type { Run } from '../evaluation.ts';
import type { ComparisonOperator, Expression } from '../syntax/syntax-tree.ts';
import { expectedType } from '../values/arithmetic.ts';
import { chargeText, compareValues, equalValues } from '../values/comparison.ts';
import { describeValue } from '../values/feel-string.ts';
import { comparisonRange, type FeelRange } from '../values/range.ts';
import { type FeelValue, isZonedDateTime } from '../values/value.ts';
import { compilePart } from './compile-part.ts';
import { type Compilation, compileVariable, type Evaluate, type Scope, testsInput } from './scope.ts';

/** Comparing decimals and temporal values; everything else is as cheap as the closure itself. */
const temporalSteps = 40;

export type Compare = (run: Run, left: FeelValue, right: FeelValue) => boolean | null;

/** The native comparison of two numbers or two equal types first: it is nearly all that conditions do. */
const comparisons: Record<ComparisonOperator, Compare> = {
  '=': equal,
  '!=': unequal(equal),
  '<': (run, left, right) =>
    typeof left === 'number' && typeof right === 'number'
      ? left < right
      : ordered(run, left, right, (sign) => sign < 0),
  '<=': (run, left, right) =>
    typeof left === 'number' && typeof right === 'number'
      ? left <= right
      : ordered(run, left, right, (sign) => sign <= 0),
  '>': (run, left, right) =>
    typeof left === 'number' && typeof right === 'number'
      ? left > right
      : ordered(run, left, right, (sign) => sign > 0),
  '>=': (run, left, right) =>
    typeof left === 'number' && typeof right === 'number'
      ? left >= right
      : ordered(run, left, right, (sign) => sign >= 0),
};

/** `left = right`; null plus NOT_COMPARABLE for values of different types. */
export function equal(run: Run, left: FeelValue, right: FeelValue): boolean | null {
  if (typeof left === 'string' && typeof right === 'string') {
    chargeText(run, left);
    return left === right;
  }
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  return equalValues(run, left, right) ?? notComparable(run, left, right);
}

/** The same, but zoned dates and times are equal if they are the same instant. */
function equalInstants(run: Run, left: FeelValue, right: FeelValue): boolean | null {
  if (isZonedDateTime(left) && isZonedDateTime(right)) return left.epochNanoseconds === right.epochNanoseconds;
  return equal(run, left, right);
}

function unequal(equality: Compare): Compare {
  return (run, left, right) => {
    const isEqual = equality(run, left, right);
    // Camunda negates the result of `=`, and says so where it is no boolean.
    return isEqual === null ? expectedType(run, 'boolean', null) : !isEqual;
  };
}

const standardComparisons: Record<ComparisonOperator, Compare> = {
  ...comparisons,
  '=': equalInstants,
  '!=': unequal(equalInstants),
};

function ordered(run: Run, left: FeelValue, right: FeelValue, test: (sign: number) => boolean): boolean | null {
  chargeText(run, left);
  const sign = compareValues(left, right);
  if (typeof left === 'object' && left !== null) run.charge(temporalSteps);
  return sign === undefined ? notComparable(run, left, right) : test(sign);
}

function notComparable(run: Run, left: FeelValue, right: FeelValue): null {
  if (!run.keepsWarnings) return null;
  return run.warn('NOT_COMPARABLE', `Can't compare '${describeValue(left)}' with '${describeValue(right)}'`);
}

export function compileComparison(
  compilation: Compilation,
  { operator, left, right }: Extract<Expression, { kind: 'comparison' }>,
  scope: Scope | null,
): Evaluate {
  const compare = comparisonOf(compilation, operator);
  return comparing(compare, compilePart(compilation, left, scope), compilePart(compilation, right, scope));
}

export function compileInputComparison(
  compilation: Compilation,
  { operator, operand }: Extract<Expression, { kind: 'input comparison' }>,
  scope: Scope | null,
): Evaluate {
  const compare = comparisonOf(compilation, operator);
  return comparing(compare, compileVariable(compilation, scope, '?'), compilePart(compilation, operand, scope));
}

export function compileEnclosedComparison(
  compilation: Compilation,
  { comparison }: Extract<Expression, { kind: 'enclosed comparison' }>,
  scope: Scope | null,
): Evaluate {
  if (testsInput(compilation, scope)) return compileInputComparison(compilation, comparison, scope);
  return compileComparisonRange(compilation, { kind: 'comparison range', comparison }, scope);
}

export function compileComparisonRange(
  compilation: Compilation,
  { comparison }: Extract<Expression, { kind: 'comparison range' }>,
  scope: Scope | null,
): Evaluate {
  const { operator, operand } = comparison;
  // Values that differ from one are no range.
  if (operator === '!=') return compileInputComparison(compilation, comparison, scope);
  const evaluate = compilePart(compilation, operand, scope);
  return (run, frame) => {
    const value = evaluate(run, frame);
    if (compareValues(value, value) !== undefined) return comparisonRange(operator, value);
    return expectedType(run, 'comparable value', value);
  };
}

export const comparisonOf = ({ isStandard }: Compilation, operator: ComparisonOperator): Compare =>
  (isStandard ? standardComparisons : comparisons)[operator];

function comparing(compare: Compare, left: Evaluate, right: Evaluate): Evaluate {
  return (run, frame) => compare(run, left(run, frame), right(run, frame));
}

export function compileBetween(
  compilation: Compilation,
  { value, low, high }: Extract<Expression, { kind: 'between' }>,
  scope: Scope | null,
): Evaluate {
  const [evaluate, start, end] = [value, low, high].map((part) => compilePart(compilation, part, scope)) as [
    Evaluate,
    Evaluate,
    Evaluate,
  ];
  return (run, frame) => {
    const tested = evaluate(run, frame);
    const isAbove = comparisons['>='](run, tested, start(run, frame));
    if (isAbove === false) return false;
    const isBelow = comparisons['<='](run, tested, end(run, frame));
    return isBelow === false ? false : isAbove === null || isBelow === null ? null : true;
  };
}

/** Whether a range contains a value; null plus NOT_COMPARABLE for a value of another type. */
export function isInRange(run: Run, value: FeelValue, range: FeelRange, warns = true): boolean | null {
  const isOpen = range.operator !== undefined;
  chargeText(run, value);
  const fromStart = isOpen && range.start === null ? -1 : compareValues(range.start, value);
  const toEnd = isOpen && range.end === null ? -1 : compareValues(value, range.end);
  if (fromStart !== undefined && toEnd !== undefined) {
    return (range.startIncluded ? fromStart <= 0 : fromStart < 0) && (range.endIncluded ? toEnd <= 0 : toEnd < 0);
  }
  if (!warns || !run.keepsWarnings) return null;
  const [tested, start, end] = [value, range.start, range.end].map(describeValue);
  return run.warn('NOT_COMPARABLE', `Can't compare '${tested}' with '${start}' and '${end}'`);
}
