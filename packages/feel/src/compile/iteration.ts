import { Temporal } from 'temporal-polyfill';
import type { Run } from '../evaluation.ts';
import type { Expression, Iteration } from '../syntax/syntax-tree.ts';
import { expectedType, invalid } from '../values/arithmetic.ts';
import { plusDays } from '../values/date-time.ts';
import { describeValue } from '../values/feel-string.ts';
import { addNumbers, compareNumbers } from '../values/number.ts';
import type { FeelRange } from '../values/range.ts';
import { type FeelDate, type FeelNumber, type FeelValue, isDate, isList, isNumber, isRange } from '../values/value.ts';
import { compilePart } from './compile-part.ts';
import { keepsPartialInside } from './partial.ts';
import type { Compilation, Evaluate, Frame, Scope } from './scope.ts';

/** The steps one evaluation of the nodes compiled since `nodesBefore` costs: about four closures a step. */
export const iterationSteps = (compilation: Compilation, nodesBefore: number): number =>
  1 + ((compilation.nodeCount - nodesBefore) >>> 2);

/** `for … return`; `partial` is the list of the results so far. */
export function compileFor(
  compilation: Compilation,
  { iterators, body }: Extract<Expression, { kind: 'for' }>,
  scope: Scope | null,
): Evaluate {
  const loop = compileLoop(compilation, iterators, scope);
  const partialScope: Scope = { kind: 'name', name: 'partial', parent: loop.scope, uses: 0 };
  const nodesBefore = compilation.nodeCount;
  const evaluate = compilePart(compilation, body, partialScope);
  const steps = iterationSteps(compilation, nodesBefore);
  const needsCopy = partialScope.uses > 0 && !keepsPartialInside(body);
  return (run, frame) => {
    const results: FeelValue[] = [];
    const isComplete = loop.run(run, frame, (inner) => {
      run.charge(steps);
      if (needsCopy) run.charge(results.length >>> 3);
      const partial = needsCopy ? [...results] : results;
      results.push(evaluate(run, { value: partial, parent: inner }));
      return true;
    });
    if (isComplete === null) return null;
    run.chargeList(results.length);
    return results;
  };
}

/** `some` and `every`: the ternary or, and, over all combinations. */
export function compileQuantified(
  compilation: Compilation,
  { quantifier, iterators, condition }: Extract<Expression, { kind: 'quantified' }>,
  scope: Scope | null,
): Evaluate {
  const loop = compileLoop(compilation, iterators, scope);
  const nodesBefore = compilation.nodeCount;
  const evaluate = compilePart(compilation, condition, loop.scope);
  const steps = iterationSteps(compilation, nodesBefore);
  const decisive = quantifier === 'some';
  return (run, frame) => {
    let result: boolean | null = !decisive;
    const isComplete = loop.run(run, frame, (inner) => {
      run.charge(steps);
      const value = evaluate(run, inner);
      if (value === decisive) result = decisive;
      // Only the first of the values that are no booleans is worth a warning, as for a list of tests.
      else if (typeof value !== 'boolean' && result !== null) result = expectedType(run, 'boolean', value);
      return value !== decisive;
    });
    return isComplete === null ? null : result;
  };
}

interface Loop {
  readonly scope: Scope | null;
  /** Calls `visit` per combination until it returns false; null if a source is no list. */
  run(run: Run, frame: Frame | null, visit: (frame: Frame | null) => boolean): boolean | null;
}

/** Nested loops; a later iterator sees the variables of the earlier ones. */
function compileLoop(compilation: Compilation, iterators: readonly Iteration[], scope: Scope | null): Loop {
  const sources: { readonly from: Evaluate; readonly to: Evaluate | undefined }[] = [];
  let inner = scope;
  for (const { name, source, end } of iterators) {
    const from = compilePart(compilation, source, inner);
    sources.push({ from, to: end === undefined ? undefined : compilePart(compilation, end, inner) });
    inner = { kind: 'name', name, parent: inner, uses: 0 };
  }
  const runFrom = (
    depth: number,
    run: Run,
    frame: Frame | null,
    visit: (frame: Frame | null) => boolean,
  ): boolean | null => {
    const source = sources[depth];
    if (source === undefined) return visit(frame);
    const from = source.from(run, frame);
    const values = source.to === undefined ? itemsOf(run, from) : countedItems(run, from, source.to(run, frame));
    if (values === null) return null;
    for (const value of values) {
      run.charge(1);
      const goesOn = runFrom(depth + 1, run, { value, parent: frame }, visit);
      if (goesOn !== true) return goesOn;
    }
    return true;
  };
  return { scope: inner, run: (run, frame, visit) => runFrom(0, run, frame, visit) };
}

function itemsOf(run: Run, source: FeelValue): Iterable<FeelValue> | null {
  if (isList(source)) return source;
  if (isRange(source) && isDate(source.start) && isDate(source.end))
    return daysOf(run, source, source.start, source.end);
  if (isRange(source) && isNumber(source.start) && isNumber(source.end)) {
    if (compareNumbers(source.start, source.end) > 0)
      return invalid(run, () => `Invalid range definition '${describeValue(source)}'`);
    const items = count(run, source.start, source.end);
    return items.filter(
      (item) => (source.startIncluded || item !== source.start) && (source.endIncluded || item !== source.end),
    );
  }
  return expectedType(run, 'list', source);
}

function countedItems(run: Run, start: FeelValue, end: FeelValue): Iterable<FeelValue> | null {
  if (isDate(start) && isDate(end)) return days(run, start, end);
  if (!isNumber(start)) return expectedType(run, 'number', start);
  return isNumber(end) ? count(run, start, end) : expectedType(run, 'number', end);
}

/** Moving a number beyond the safe integers, or with a fraction, by one. */
const decimalSteps = 25;

/** Lazily, so that `1..1000000000` costs memory for one number only; downwards if the start is the greater one. */
function* count(run: Run, start: FeelNumber, end: FeelNumber): Generator<FeelNumber, undefined> {
  const direction = compareNumbers(start, end) <= 0 ? 1 : -1;
  let current: FeelNumber | undefined = start;
  while (current !== undefined && compareNumbers(current, end) * direction <= 0) {
    if (!Number.isSafeInteger(current)) run.charge(decimalSteps);
    yield current;
    const next: FeelNumber | undefined = addNumbers(current, direction);
    // Beyond 34 digits adding one changes nothing.
    current = next === current ? undefined : next;
  }
  return undefined;
}

function daysOf(run: Run, range: FeelRange, start: FeelDate, end: FeelDate): Iterable<FeelValue> | null {
  if (Temporal.PlainDate.compare(start, end) > 0) {
    return invalid(run, () => `Invalid range definition '${describeValue(range)}'`);
  }
  return days(run, start, end).filter(
    (day) => (range.startIncluded || !day.equals(start)) && (range.endIncluded || !day.equals(end)),
  );
}

/** Moving a date by a day, in steps. */
const daySteps = 60;

/** Lazily, and in the direction of the end, like count(). */
function* days(run: Run, start: FeelDate, end: FeelDate): Generator<FeelDate, undefined> {
  const direction = Temporal.PlainDate.compare(start, end) <= 0 ? 1 : -1;
  for (let day = start; ; day = plusDays(day, direction)) {
    run.charge(daySteps);
    yield day;
    if (day.equals(end)) return undefined;
  }
}
