import type { Run } from '../evaluation.ts';
import { chargeText, compareValues, equalityKey } from '../values/comparison.ts';
import { describeValue } from '../values/feel-string.ts';
import {
  addNumbers,
  compareNumbers,
  divideNumbers,
  fromDouble,
  multiplyNumbers,
  subtractNumbers,
  toDouble,
} from '../values/number.ts';
import { type FeelList, type FeelNumber, type FeelValue, isList, isNumber } from '../values/value.ts';
import { type Builtins, type Failure, fail, type Outcome, type Overload, variadic } from './builtin.ts';

type Calculate = (run: Run, numbers: readonly [FeelNumber, ...FeelNumber[]]) => Outcome | undefined;

/** A function of at least one number; null for an empty list. */
const ofNumbers = (calculate: Calculate, whenEmpty: FeelValue = null): Overload =>
  variadic([['list', isList]], (run, list) => {
    run.charge(list.length);
    if (list.length === 0) return whenEmpty;
    const other = list.find((item) => !isNumber(item));
    if (other !== undefined) return fail(`expected number but found '${describeValue(other)}'`);
    return calculate(run, list as unknown as [FeelNumber, ...FeelNumber[]]) ?? fail('the result is out of range');
  });

const sum = (run: Run, numbers: readonly FeelNumber[]): FeelNumber | undefined => fold(run, numbers, 0, addNumbers);

export const statisticsBuiltins: Builtins = {
  min: [variadic([['list', isList]], (run, list) => extreme(run, list, -1))],
  max: [variadic([['list', isList]], (run, list) => extreme(run, list, 1))],
  sum: [ofNumbers(sum)],
  product: [ofNumbers((run, numbers) => fold(run, numbers, 1, multiplyNumbers))],
  mean: [ofNumbers(mean)],
  median: [
    ofNumbers((run, numbers) => {
      const sorted = sortedNumbers(run, numbers);
      const middle = sorted.length >> 1;
      const upper = sorted[middle] as FeelNumber;
      if (sorted.length % 2 === 1) return upper;
      const both = addNumbers(sorted[middle - 1] as FeelNumber, upper);
      return both === undefined ? undefined : divideNumbers(both, 2);
    }),
  ],
  stddev: [
    ofNumbers((run, numbers) => {
      const center = mean(run, numbers);
      if (center === undefined) return undefined;
      run.charge(20 * numbers.length);
      let squares: FeelNumber | undefined = 0;
      for (const number of numbers) {
        const distance = subtractNumbers(number, center);
        const square = distance === undefined ? undefined : multiplyNumbers(distance, distance);
        squares = squares === undefined || square === undefined ? undefined : addNumbers(squares, square);
      }
      const variance = squares === undefined ? undefined : divideNumbers(squares, numbers.length - 1);
      return variance === undefined ? null : fromDouble(Math.sqrt(toDouble(variance)));
    }),
  ],
  mode: [
    ofNumbers((run, numbers) => {
      const groups = Map.groupBy(numbers, (number) => equalityKey(run, number, () => ''));
      const most = [...groups.values()].reduce((most, group) => Math.max(most, group.length), 0);
      const modes = [...groups.values()].filter((group) => group.length === most).map(([first]) => first as FeelNumber);
      return sortedNumbers(run, modes);
    }, []),
  ],
};

function mean(run: Run, numbers: readonly FeelNumber[]): FeelNumber | undefined {
  const total = sum(run, numbers);
  return total === undefined ? undefined : divideNumbers(total, numbers.length);
}

function fold(
  run: Run,
  numbers: readonly FeelNumber[],
  start: FeelNumber,
  combine: (left: FeelNumber, right: FeelNumber) => FeelNumber | undefined,
): FeelNumber | undefined {
  let result: FeelNumber | undefined = start;
  for (const number of numbers) {
    result = combine(result, number);
    if (result === undefined) return undefined;
    if (!Number.isSafeInteger(result)) run.charge(8);
  }
  return result;
}

function sortedNumbers(run: Run, numbers: readonly FeelNumber[]): FeelNumber[] {
  run.charge(numbers.length * Math.ceil(Math.log2(numbers.length + 1)));
  return numbers.toSorted(compareNumbers);
}

/** The smallest (direction -1) or greatest (1) of comparable items of one type. */
function extreme(run: Run, list: FeelList, direction: 1 | -1): FeelValue | Failure {
  run.charge(list.length);
  let [best, ...others] = list;
  if (best === undefined) return null;
  if (others.length === 0 && compareValues(best, best) === undefined) others = [null];
  for (const item of others) {
    chargeText(run, item);
    const order = compareValues(item, best);
    if (order === undefined) return fail(`${describeValue(list)} is not comparable`);
    if (order * direction > 0) best = item;
  }
  return best;
}
