import { toFeelString } from '../values/feel-string.ts';
import { toIsoString } from '../values/iso-text.ts';
import { fromJsonText, type LeafText, toJsonText } from '../values/json.ts';
import { numberToText, parseNumber } from '../values/number.ts';
import { isFunction, isNull, isNumber, isRange, isString, isTime } from '../values/value.ts';
import { any, type Builtins, fail, type Outcome, optional, overload } from './builtin.ts';

export const conversionBuiltins: Builtins = {
  string: [overload([['from', any]], (run, from) => (from === null ? null : toFeelString(from, run)))],

  number: [
    overload([['from', isString]], (_run, from) => numberFrom(from)),
    overload(
      [
        ['from', isString],
        ['grouping separator', optional(isString)],
      ],
      (_run, from, grouping) =>
        grouping === null || groupings.includes(grouping)
          ? separatedNumber(from, grouping, null)
          : fail("illegal argument for grouping. Must be one of ' ', ',' or '.'"),
    ),
    overload(
      [
        ['from', isString],
        ['grouping separator', optional(isString)],
        ['decimal separator', optional(isString)],
      ],
      (_run, from, grouping, decimal) => separatedNumber(from, grouping, decimal),
    ),
  ],

  'from json': [
    overload([['json', isNull]], (_run, _null) => null),
    overload([['json', isString]], (run, json) => {
      run.charge(json.length >>> 1);
      try {
        return fromJsonText(json);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return fail(`Failed to parse JSON from '${json.slice(0, 100)}'`);
      }
    }),
  ],

  'to json': [
    overload([['value', any]], (run, value) => {
      const json = toJsonText(value, run, exactLeaf);
      run.chargeString(json.length);
      return json;
    }),
  ],
};

/** Unlike a variable, the text keeps all digits of a number, and tells of ranges and functions. */
const exactLeaf: LeafText = (value, run) => {
  if (isNumber(value)) {
    const text = numberToText(value);
    run?.charge(text.length >>> 2);
    return text;
  }
  return JSON.stringify(
    isTime(value) || isRange(value) || isFunction(value) ? toFeelString(value) : toIsoString(value),
  );
};

function numberFrom(text: string): Outcome {
  return parseNumber(text) ?? fail(`Can't parse '${text.slice(0, 100)}' as a number`);
}

const groupings: readonly string[] = [' ', ',', '.'];

function separatedNumber(text: string, grouping: string | null, decimal: string | null): Outcome {
  const isGrouping = grouping === null || groupings.includes(grouping);
  const isDecimal = decimal === null || [',', '.'].includes(decimal);
  if (!isGrouping || !isDecimal || (grouping !== null && grouping === decimal)) {
    return fail("illegal arguments for grouping or decimal. Must be one of ' ' (grouping only), ',' or '.'");
  }
  const ungrouped = grouping === null ? text : text.replaceAll(grouping, '');
  return numberFrom(decimal === null ? ungrouped : ungrouped.replaceAll(decimal, '.'));
}
