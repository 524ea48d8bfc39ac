import { compareValues } from '../values/comparison.ts';
import { describeValue } from '../values/feel-string.ts';
import type { FeelRange } from '../values/range.ts';
import { parseRange } from '../values/range-text.ts';
import { type FeelValue, isRange, isString } from '../values/value.ts';
import { type Builtins, fail, type Guard, type Outcome, type Overload, overload } from './builtin.ts';

/** Ranges against ranges and points, DMN 1.3 table 78. Every value is of one ordered type. */
type Point = Exclude<FeelValue, FeelRange>;

const isPoint: Guard<Point> = (value): value is Point =>
  !isRange(value) && !isString(value) && compareValues(value, value) !== undefined;

const shape = { range: isRange, range1: isRange, range2: isRange, point: isPoint, point1: isPoint, point2: isPoint };
type Shape = typeof shape;
type Shaped<Name extends keyof Shape> = Shape[Name] extends Guard<infer T> ? T : never;

/** An overload whose arguments are what their names say. Values that are not comparable are no arguments. */
function relation<First extends keyof Shape, Second extends keyof Shape>(
  first: First,
  second: Second,
  holds: (first: Shaped<First>, second: Shaped<Second>) => boolean,
): Overload {
  const isComparable = (left: FeelValue, right: FeelValue) =>
    compareValues(isRange(left) ? left.start : left, isRange(right) ? right.start : right) !== undefined;
  return overload(
    [
      [first, shape[first] as Guard],
      [second, shape[second] as Guard],
    ],
    (_run, left, right): Outcome =>
      isComparable(left, right)
        ? holds(left as Shaped<First>, right as Shaped<Second>)
        : fail(`Illegal arguments: '${describeValue(left)}', '${describeValue(right)}'`),
  );
}

const order = (left: FeelValue, right: FeelValue): number => compareValues(left, right) ?? Number.NaN;
const isSame = (left: FeelValue, right: FeelValue): boolean => order(left, right) === 0;
const isLess = (left: FeelValue, right: FeelValue): boolean => order(left, right) < 0;

/** Whether `outer` begins no later than `inner`, and ends no earlier. */
const startsWithin = (inner: FeelRange, outer: FeelRange): boolean =>
  isLess(outer.start, inner.start) ||
  (isSame(outer.start, inner.start) && (outer.startIncluded || !inner.startIncluded));
const endsWithin = (inner: FeelRange, outer: FeelRange): boolean =>
  isLess(inner.end, outer.end) || (isSame(inner.end, outer.end) && (outer.endIncluded || !inner.endIncluded));

const includesPoint = (range: FeelRange, point: Point): boolean =>
  (isLess(range.start, point) && isLess(point, range.end)) ||
  (isSame(range.start, point) && range.startIncluded) ||
  (isSame(range.end, point) && range.endIncluded);
const includesRange = (outer: FeelRange, inner: FeelRange): boolean =>
  startsWithin(inner, outer) && endsWithin(inner, outer);

const isRangeBefore = (left: FeelRange, right: FeelRange): boolean =>
  isLess(left.end, right.start) || (isSame(left.end, right.start) && !(left.endIncluded && right.startIncluded));
const isPointBefore = (point: Point, range: FeelRange): boolean =>
  isLess(point, range.start) || (isSame(point, range.start) && !range.startIncluded);
const isBeforePoint = (range: FeelRange, point: Point): boolean =>
  isLess(range.end, point) || (isSame(range.end, point) && !range.endIncluded);

const hasSameStart = (left: FeelRange, right: FeelRange): boolean =>
  isSame(left.start, right.start) && left.startIncluded === right.startIncluded;
const hasSameEnd = (left: FeelRange, right: FeelRange): boolean =>
  isSame(left.end, right.end) && left.endIncluded === right.endIncluded;

const meets = (left: FeelRange, right: FeelRange): boolean =>
  left.endIncluded && right.startIncluded && isSame(left.end, right.start);
/** Starts earlier, and ends inside the other or with it. */
const overlapsBefore = (left: FeelRange, right: FeelRange): boolean =>
  (isLess(left.start, right.start) ||
    (isSame(left.start, right.start) && left.startIncluded && !right.startIncluded)) &&
  !isRangeBefore(left, right) &&
  endsWithin(left, right);
const overlapsAfter = (left: FeelRange, right: FeelRange): boolean =>
  (isLess(right.start, left.start) ||
    (isSame(right.start, left.start) && right.startIncluded && !left.startIncluded)) &&
  !isRangeBefore(right, left) &&
  (isLess(right.end, left.end) || (isSame(right.end, left.end) && (!right.endIncluded || left.endIncluded)));
const finishes = (left: FeelRange, right: FeelRange): boolean => hasSameEnd(left, right) && startsWithin(left, right);
const finishesAt = (point: Point, range: FeelRange): boolean => range.endIncluded && isSame(range.end, point);
const starts = (left: FeelRange, right: FeelRange): boolean => hasSameStart(left, right) && endsWithin(left, right);
const startsAt = (point: Point, range: FeelRange): boolean => range.startIncluded && isSame(range.start, point);

export const rangeBuiltins: Builtins = {
  range: [
    overload([['from', isString]], (run, from) => {
      run.charge(from.length);
      return parseRange(from) ?? fail(`Failed to parse range from '${from.slice(0, 100)}'`);
    }),
  ],
  before: [
    relation('point1', 'point2', isLess),
    relation('point', 'range', isPointBefore),
    relation('range', 'point', isBeforePoint),
    relation('range1', 'range2', isRangeBefore),
  ],
  after: [
    relation('point1', 'point2', (left, right) => isLess(right, left)),
    relation('point', 'range', (point, range) => isBeforePoint(range, point)),
    relation('range', 'point', (range, point) => isPointBefore(point, range)),
    relation('range1', 'range2', (left, right) => isRangeBefore(right, left)),
  ],
  meets: [relation('range1', 'range2', meets)],
  'met by': [relation('range1', 'range2', (left, right) => meets(right, left))],
  overlaps: [relation('range1', 'range2', (left, right) => !isRangeBefore(left, right) && !isRangeBefore(right, left))],
  'overlaps before': [relation('range1', 'range2', overlapsBefore)],
  'overlaps after': [relation('range1', 'range2', overlapsAfter)],
  finishes: [relation('point', 'range', finishesAt), relation('range1', 'range2', finishes)],
  'finished by': [
    relation('range', 'point', (range, point) => finishesAt(point, range)),
    relation('range1', 'range2', (left, right) => finishes(right, left)),
  ],
  includes: [relation('range', 'point', includesPoint), relation('range1', 'range2', includesRange)],
  during: [
    relation('point', 'range', (point, range) => includesPoint(range, point)),
    relation('range1', 'range2', (left, right) => includesRange(right, left)),
  ],
  starts: [relation('point', 'range', startsAt), relation('range1', 'range2', starts)],
  'started by': [
    relation('range', 'point', (range, point) => startsAt(point, range)),
    relation('range1', 'range2', (left, right) => starts(right, left)),
  ],
  coincides: [
    relation('point1', 'point2', isSame),
    relation('range1', 'range2', (left, right) => hasSameStart(left, right) && hasSameEnd(left, right)),
  ],
};
