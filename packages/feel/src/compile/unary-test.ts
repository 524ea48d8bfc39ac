import type { Run } from '../evaluation.ts';
import type { Expression, RangeExpression, UnaryTests } from '../syntax/syntax-tree.ts';
import { expectedType } from '../values/arithmetic.ts';
import { equalValues } from '../values/comparison.ts';
import { FeelRange } from '../values/range.ts';
import { type FeelValue, isList, isRange } from '../values/value.ts';
import { type Compare, comparisonOf, isInRange } from './comparison.ts';
import { compilePart } from './compile-part.ts';
import { firstDecisive } from './logic.ts';
import { type Compilation, compileVariable, type Evaluate, type Frame, type Scope } from './scope.ts';

/** `value in tests`: the value is the tests' input `?`. */
export function compileIn(
  compilation: Compilation,
  { value, tests }: Extract<Expression, { kind: 'in' }>,
  scope: Scope | null,
): Evaluate {
  const evaluate = compilePart(compilation, value, scope);
  const inner: Scope = { kind: 'name', name: '?', parent: scope, uses: 0 };
  const hold = anyOf(tests.map((test) => compileTest(compilation, test, inner)));
  return (run, frame) => hold(run, { value: evaluate(run, frame), parent: frame });
}

/** Unary tests on their own: the input is the root variable `?`. */
export function compileTests(compilation: Compilation, { tests, isNegated }: UnaryTests): Evaluate {
  if (tests === 'any') return () => true;
  const hold = anyOf(tests.map((test) => compileTest(compilation, test, null)));
  if (!isNegated) return hold;
  return (run, frame) => {
    const result = hold(run, frame);
    return typeof result === 'boolean' ? !result : expectedType(run, 'boolean', result);
  };
}

function anyOf(tests: readonly Evaluate[]): Evaluate {
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  return (run, frame) => firstDecisive(run, true, tests, (test) => test(run, frame));
}

/**
 * One test. A test that names `?` is a condition. Any other expression holds if it is true, equals the input, is a
 * list with the input in it, or a range around it.
 */
function compileTest(compilation: Compilation, test: Expression, scope: Scope | null): Evaluate {
  if (test.kind === 'input comparison') return compilePart(compilation, test, scope);
  const usesBefore = inputUses(compilation, scope);
  const evaluate = compilePart(compilation, test, scope);
  if (inputUses(compilation, scope) > usesBefore) {
    return (run, frame) => {
      const result = evaluate(run, frame);
      return typeof result === 'boolean' ? result : null;
    };
  }
  const input = compileVariable(compilation, scope, '?');
  const equal = comparisonOf(compilation, '=');
  if (test.kind === 'range') return compileRangeTest(compilation, test, input, scope);
  if (test.kind === 'literal') return (run, frame) => equal(run, input(run, frame), evaluate(run, frame));
  const { isStandard } = compilation;
  return (run, frame) => {
    const value = input(run, frame);
    const tested = evaluate(run, frame);
    // Whether a true test means the value true or a condition that holds: the reference takes the condition.
    if (isStandard && typeof value === 'boolean' && typeof tested === 'boolean') return value === tested;
    return matches(run, equal, value, tested);
  };
}

function matches(run: Run, equal: Compare, input: FeelValue, tested: FeelValue): boolean | null {
  if (tested === true) return true;
  if (isList(tested) && tested.some((item) => contains(run, item, input))) return true;
  if (isRange(tested) && !isRange(input)) return isInRange(run, input, tested);
  const isEqual = equal(run, input, tested);
  // A list without the input and a plain false do not hold, whatever the input's type.
  return isEqual === null && (isList(tested) || tested === false) ? false : isEqual;
}

/** `[1..5]`: a test, not a value, so its bounds need not fit each other; they are compared with the input. */
function compileRangeTest(
  compilation: Compilation,
  { start, end, startIncluded, endIncluded }: RangeExpression,
  input: Evaluate,
  scope: Scope | null,
): Evaluate {
  const equal = comparisonOf(compilation, '=');
  const [from, to] = [compilePart(compilation, start, scope), compilePart(compilation, end, scope)];
  const rangeOf = (run: Run, frame: Frame | null) =>
    new FeelRange({ start: from(run, frame), end: to(run, frame), startIncluded, endIncluded });
  const fixed =
    start.kind === 'literal' && end.kind === 'literal'
      ? new FeelRange({ start: start.value, end: end.value, startIncluded, endIncluded })
      : undefined;
  return (run, frame) => {
    const value = input(run, frame);
    const range = fixed ?? rangeOf(run, frame);
    return isRange(value) ? equal(run, value, range) : isInRange(run, value, range);
  };
}

/** Whether an item of a tested list is the input, or a range around it. */
function contains(run: Run, item: FeelValue, input: FeelValue): boolean {
  if (isRange(item) && !isRange(input)) {
    run.charge(1);
    return isInRange(run, input, item, false) === true;
  }
  return equalValues(run, input, item) === true;
}

const inputUses = (compilation: Compilation, scope: Scope | null): number =>
  scope?.kind === 'name' ? scope.uses : compilation.rootInputUses;
