import type { Run } from '../evaluation.ts';
import type { ComparisonOperator, Expression } from '../syntax/syntax-tree.ts';
import { expectedType } from '../values/arithmetic.ts';
import { compareValues, equalValues } from '../values/comparison.ts';
import { describeValue } from '../values/feel-string.ts';
import type { FeelRange } from '../values/range.ts';
import type { FeelValue } from '../values/value.ts';
import { compilePart } from './compile-part.ts';
import { type Compilation, compileVariable, type Evaluate, type Scope } from './scope.ts';

/** Comparing decimals and temporal values; everything else is as cheap as the closure itself. */
const temporalSteps = 40;

type Compare = (run: Run, left: FeelValue, right: FeelValue) => boolean | null;

/** The native comparison of two numbers or two equal types first: it is nearly all that conditions do. */
const comparisons: Record<ComparisonOperator, Compare> = {
  '=': equal,
  '!=': (run, left, right) => {
    const isEqual = equal(run, left, right);
    // Camunda negates the result of `=`, and says so where it is no boolean.
    return isEqual === null ? expectedType(run, 'boolean', null) : !isEqual;
  },
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
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  return equalValues(run, left, right) ?? notComparable(run, left, right);
}

function ordered(run: Run, left: FeelValue, right: FeelValue, test: (sign: number) => boolean): boolean | null {
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
  return comparing(operator, compilePart(compilation, left, scope), compilePart(compilation, right, scope));
}

export function compileInputComparison(
  compilation: Compilation,
  { operator, operand }: Extract<Expression, { kind: 'input comparison' }>,
  scope: Scope | null,
): Evaluate {
  return comparing(operator, compileVariable(compilation, scope, '?'), compilePart(compilation, operand, scope));
}

function comparing(operator: ComparisonOperator, left: Evaluate, right: Evaluate): Evaluate {
  const compare = comparisons[operator];
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
export function isInRange(run: Run, value: FeelValue, range: FeelRange): boolean | null {
  const [fromStart, toEnd] = [compareValues(range.start, value), compareValues(value, range.end)];
  if (fromStart !== undefined && toEnd !== undefined) {
    return (range.startIncluded ? fromStart <= 0 : fromStart < 0) && (range.endIncluded ? toEnd <= 0 : toEnd < 0);
  }
  if (!run.keepsWarnings) return null;
  const [tested, start, end] = [value, range.start, range.end].map(describeValue);
  return run.warn('NOT_COMPARABLE', `Can't compare '${tested}' with '${start}' and '${end}'`);
}
