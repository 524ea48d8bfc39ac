import type { Run } from '../evaluation.ts';
import { BudgetExceeded } from '../evaluation.ts';
import { limits } from '../limits.ts';
import { describeValue } from '../values/feel-string.ts';
import { type FeelFunction, invokeFunction } from '../values/function.ts';
import { toIndex } from '../values/number.ts';
import {
  type FeelList,
  type FeelNumber,
  type FeelValue,
  isFunction,
  isList,
  isNumber,
  isString,
} from '../values/value.ts';
import { any, type Builtins, fail, type Outcome, optional, overload, variadic } from './builtin.ts';

/** Building, cutting and joining lists. */
export const listBuiltins: Builtins = {
  count: [overload([['list', isList]], (_run, list) => list.length)],
  'is empty': [overload([['list', isList]], (_run, list) => list.length === 0)],
  sublist: [
    overload(
      [
        ['list', isList],
        ['start', isNumber],
      ],
      (run, list, start) => sublist(run, list, start, undefined),
    ),
    overload(
      [
        ['list', isList],
        ['start', isNumber],
        ['length', isNumber],
      ],
      (run, list, start, length) => sublist(run, list, start, toIndex(length)),
    ),
    overload(
      [
        ['list', isList],
        ['start position', isNumber],
        ['length', isNumber],
      ],
      (run, list, start, length) => sublist(run, list, start, toIndex(length)),
    ),
  ],
  append: [
    variadic(
      [
        ['list', isList],
        ['items', isList],
      ],
      (run, list, items) => joined(run, [list, items]),
    ),
  ],
  concatenate: [variadic([['lists', isList]], (run, lists) => joined(run, lists))],
  'insert before': [
    overload(
      [
        ['list', isList],
        ['position', isNumber],
        ['newItem', any],
      ],
      (run, list, position, item) =>
        atPosition(list, position, (index) => joined(run, [list.slice(0, index), [item], list.slice(index)])),
    ),
  ],
  'list replace': [
    overload(
      [
        ['list', isList],
        ['position', isNumber],
        ['newItem', any],
      ],
      (run, list, position, item) =>
        isPosition(list, position)
          ? atPosition(list, position, (index) => joined(run, [list.slice(0, index), [item], list.slice(index + 1)]))
          : fail(`position '${toIndex(position)}' is outside the list`),
    ),
    overload(
      [
        ['list', isList],
        ['match', isFunction],
        ['newItem', any],
      ],
      replaceMatching,
    ),
  ],
  remove: [
    overload(
      [
        ['list', isList],
        ['position', isNumber],
      ],
      (run, list, position) =>
        atPosition(list, position, (index) => joined(run, [list.slice(0, index), list.slice(index + 1)])),
    ),
  ],
  reverse: [
    overload([['list', isList]], (run, list) => {
      run.chargeList(list.length);
      return list.toReversed();
    }),
  ],
  flatten: [
    overload([['list', isList]], (run, list) => {
      const items: FeelValue[] = [];
      flatten(run, list, items, 0);
      return items;
    }),
  ],
  partition: [
    overload(
      [
        ['list', isList],
        ['size', isNumber],
      ],
      (run, list, size) => {
        const length = toIndex(size);
        if (length <= 0) return fail(`'size' should be greater than zero but was '${describeValue(size)}'`);
        run.chargeList(list.length);
        const parts: FeelValue[] = [];
        for (let start = 0; start < list.length; start += length) parts.push(list.slice(start, start + length));
        return parts;
      },
    ),
  ],
  'string join': [
    overload([['list', isList]], (run, list) => stringJoin(run, list, '', '', '')),
    overload(
      [
        ['list', isList],
        ['delimiter', optional(isString)],
      ],
      (run, list, delimiter) => stringJoin(run, list, delimiter ?? '', '', ''),
    ),
    overload(
      [
        ['list', isList],
        ['delimiter', optional(isString)],
        ['prefix', isString],
        ['suffix', isString],
      ],
      (run, list, delimiter, prefix, suffix) => stringJoin(run, list, delimiter ?? '', prefix, suffix),
    ),
  ],
};

/** The items of all lists; what is no list counts as one item. */
export function joined(run: Run, lists: FeelList): FeelList {
  let length = 0;
  for (const item of lists) length += isList(item) ? item.length : 1;
  run.chargeList(length);
  return lists.flatMap((item) => (isList(item) ? item : [item]));
}

function sublist(run: Run, list: FeelList, start: FeelNumber, length: number | undefined): Outcome {
  const position = toIndex(start);
  if (position === 0) return fail('start position must be a non-zero number');
  const from = position > 0 ? position - 1 : list.length + position;
  const end = length === undefined ? list.length : Math.max(0, from + Math.max(0, length));
  const items = list.slice(Math.max(0, from), end);
  run.chargeList(items.length);
  return items;
}

/** 1-based; a negative position counts from the end; outside the list nothing changes but for an insertion's end. */
function atPosition(list: FeelList, position: FeelNumber, change: (index: number) => FeelList): Outcome {
  const number = toIndex(position);
  if (number === 0) return fail('position must be a non-zero number');
  return change(Math.max(0, number > 0 ? number - 1 : list.length + number));
}

const isPosition = (list: FeelList, position: FeelNumber): boolean => Math.abs(toIndex(position)) <= list.length;

function replaceMatching(run: Run, list: FeelList, match: FeelFunction, newItem: FeelValue): Outcome {
  if (match.parameters.length !== 2) return fail(`expect boolean function with 2 arguments, but found another`);
  run.chargeList(list.length);
  const replaced: FeelValue[] = [];
  for (const item of list) {
    const matches = invokeFunction(run, match, [item, newItem]);
    if (typeof matches !== 'boolean') return fail(`expected boolean but found '${describeValue(matches)}'`);
    replaced.push(matches ? newItem : item);
  }
  return replaced;
}

function flatten(run: Run, list: FeelList, items: FeelValue[], depth: number): void {
  if (depth > limits.valueDepthMax) {
    throw new BudgetExceeded(`Expected lists nested at most ${limits.valueDepthMax} deep, but they are nested deeper`);
  }
  run.charge(list.length);
  for (const item of list) {
    if (isList(item)) flatten(run, item, items, depth + 1);
    else items.push(item);
  }
}

function stringJoin(run: Run, list: FeelList, delimiter: string, prefix: string, suffix: string): Outcome {
  run.charge(list.length);
  const texts = list.filter((item) => item !== null);
  if (!texts.every(isString)) return fail(`expected a list of strings but found '${describeValue(list)}'`);
  const length = texts.reduce((sum, text) => sum + text.length, delimiter.length * texts.length);
  run.chargeString(length + prefix.length + suffix.length);
  return prefix + texts.join(delimiter) + suffix;
}
