import type { Run } from '../evaluation.ts';
import { chargeText, compareValues, equalityKey, equalValues } from '../values/comparison.ts';
import { describeValue } from '../values/feel-string.ts';
import { type FeelFunction, invokeFunction } from '../values/function.ts';
import { type FeelList, type FeelValue, isFunction, isList } from '../values/value.ts';
import { any, type Builtins, type Failure, fail, type Outcome, overload, variadic } from './builtin.ts';
import { joined } from './list.ts';

/** Finding, sorting and deciding over the items of a list. */
export const listSelectionBuiltins: Builtins = {
  'list contains': [
    overload(
      [
        ['list', isList],
        ['element', any],
      ],
      (run, list, element) => list.some((item) => equalValues(run, item, element) === true),
    ),
  ],
  'index of': [
    overload(
      [
        ['list', isList],
        ['match', any],
      ],
      (run, list, match) => list.flatMap((item, index) => (equalValues(run, item, match) === true ? [index + 1] : [])),
    ),
  ],
  union: [variadic([['lists', isList]], (run, lists) => distinct(run, joined(run, lists)))],
  'distinct values': [overload([['list', isList]], (run, list) => distinct(run, list))],
  'duplicate values': [
    overload([['list', isList]], (run, list) =>
      [...groupEqual(run, list).values()].flatMap(([first, second]) =>
        second === undefined ? [] : [first as FeelValue],
      ),
    ),
  ],
  sort: [
    overload(
      [
        ['list', isList],
        ['precedes', isFunction],
      ],
      (run, list, precedes) => {
        const { length } = precedes.parameters;
        if (length !== 2) return fail(`expect boolean function with 2 arguments, but found '${length}'`);
        return sorted(run, list, precedes);
      },
    ),
    overload([['list', isList]], (run, list) => sortedNaturally(run, list)),
  ],
  all: [variadic([['list', isList]], (run, list) => decide(run, list, false))],
  and: [variadic([['list', isList]], (run, list) => decide(run, list, false))],
  any: [variadic([['list', isList]], (run, list) => decide(run, list, true))],
  or: [variadic([['list', isList]], (run, list) => decide(run, list, true))],
};

/** The ternary conjunction (decisive: false) or disjunction (decisive: true) of a list. */
function decide(run: Run, list: FeelList, decisive: boolean): boolean | null {
  run.charge(list.length);
  if (list.includes(decisive)) return decisive;
  return list.every((item) => typeof item === 'boolean') ? !decisive : null;
}

/** Equal items under one key, keys in order of first appearance. */
function groupEqual(run: Run, list: FeelList): Map<string, FeelValue[]> {
  const groups = new Map<string, FeelValue[]>();
  let functions = 0;
  run.charge(6 * list.length);
  for (const item of list) {
    const key = equalityKey(run, item, () => `f${functions++}`);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const distinct = (run: Run, list: FeelList): FeelList =>
  [...groupEqual(run, list).values()].map(([first]) => first as FeelValue);

function sorted(run: Run, list: FeelList, precedes: FeelFunction): Outcome {
  run.chargeList(list.length);
  let failure: Failure | undefined;
  const isBefore = (left: FeelValue, right: FeelValue): boolean => {
    if (failure !== undefined) return false;
    const result = invokeFunction(run, precedes, [left, right]);
    if (typeof result === 'boolean') return result;
    failure = fail(
      `fail to sort list by given precedes function: expected boolean but found '${describeValue(result)}'`,
    );
    return false;
  };
  // toSorted is stable and stops calling once the comparison throws; an inconsistent `precedes` only yields some order.
  const result = list.toSorted((left, right) => (isBefore(left, right) ? -1 : isBefore(right, left) ? 1 : 0));
  return failure ?? result;
}

function sortedNaturally(run: Run, list: FeelList): Outcome {
  run.chargeList(list.length);
  run.charge(list.length * Math.ceil(Math.log2(list.length + 1)));
  let isComparable = true;
  const result = list.toSorted((left, right) => {
    chargeText(run, left);
    const order = compareValues(left, right);
    if (order === undefined) isComparable = false;
    return order ?? 0;
  });
  return isComparable ? result : fail('the items are not comparable');
}
