import type { DaysTimeDuration, YearsMonthsDuration } from '../values/duration.ts';
import { numberToText, toIndex } from '../values/number.ts';
import type { FeelValue } from '../values/value.ts';
import { isDaysTimeDuration, isNumber, isString, isYearsMonthsDuration } from '../values/value.ts';
import { any, type Builtins, optional, overload } from './builtin.ts';

const isDuration = (value: FeelValue): value is DaysTimeDuration | YearsMonthsDuration =>
  isDaysTimeDuration(value) || isYearsMonthsDuration(value);

/** What the process engine adds to FEEL. */
export const engineBuiltins: Builtins = {
  /** The text of a timer cycle: `R3/PT1H`, `R/PT1H` without an end. */
  cycle: [
    overload([['interval', isDuration]], (_run, interval) => `R/${interval}`),
    overload(
      [
        ['repetitions', optional(isNumber)],
        ['interval', isDuration],
      ],
      (_run, repetitions, interval) =>
        repetitions === null ? `R/${interval}` : `R${numberToText(toIndex(repetitions))}/${interval}`,
    ),
  ],

  /** Marks a value an agent is to fill in; only its metadata matters, and that is read from the text. */
  fromAi: [
    overload([['value', any]], (_run, value) => value),
    overload(
      [
        ['value', any],
        ['description', optional(isString)],
      ],
      (_run, value) => value,
    ),
    overload(
      [
        ['value', any],
        ['description', optional(isString)],
        ['type', optional(isString)],
      ],
      (_run, value) => value,
    ),
    overload(
      [
        ['value', any],
        ['description', optional(isString)],
        ['type', optional(isString)],
        ['schema', any],
      ],
      (_run, value) => value,
    ),
    overload(
      [
        ['value', any],
        ['description', optional(isString)],
        ['type', optional(isString)],
        ['schema', any],
        ['options', any],
      ],
      (_run, value) => value,
    ),
  ],
};
