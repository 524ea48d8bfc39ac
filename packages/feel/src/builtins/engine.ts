import type { DaysTimeDuration, YearsMonthsDuration } from '../values/duration.ts';
import { describeValue } from '../values/feel-string.ts';
import { numberToText, toIndex } from '../values/number.ts';
import type { FeelValue } from '../values/value.ts';
import { isDaysTimeDuration, isNumber, isYearsMonthsDuration } from '../values/value.ts';
import { any, type Builtins, fail, type Outcome, overload } from './builtin.ts';

const isDuration = (value: FeelValue): value is DaysTimeDuration | YearsMonthsDuration =>
  isDaysTimeDuration(value) || isYearsMonthsDuration(value);

/** What the process engine adds to FEEL. */
export const engineBuiltins: Builtins = {
  /** The text of a timer cycle: `R3/PT1H`, `R/PT1H` without an end. */
  cycle: [
    overload([['interval', any]], (_run, interval) =>
      isDuration(interval)
        ? `R/${interval}`
        : fail(`cycle function expected an interval (duration) parameter, but found '${describeValue(interval)}'`),
    ),
    overload(
      [
        ['repetitions', any],
        ['interval', any],
      ],
      (_run, repetitions, interval) => cycle(repetitions, interval),
    ),
  ],

  /** Marks a value an agent is to fill in; only its metadata matters, and that is read from the text. */
  fromAi: [
    overload([['value', any]], (_run, value) => value),
    overload(
      [
        ['value', any],
        ['description', any],
      ],
      (_run, value) => value,
    ),
    overload(
      [
        ['value', any],
        ['description', any],
        ['type', any],
      ],
      (_run, value) => value,
    ),
    overload(
      [
        ['value', any],
        ['description', any],
        ['type', any],
        ['schema', any],
      ],
      (_run, value) => value,
    ),
    overload(
      [
        ['value', any],
        ['description', any],
        ['type', any],
        ['schema', any],
        ['options', any],
      ],
      (_run, value) => value,
    ),
  ],
};

function cycle(repetitions: FeelValue, interval: FeelValue): Outcome {
  if (isDuration(interval)) {
    if (repetitions === null) return `R/${interval}`;
    if (isNumber(repetitions)) return `R${numberToText(toIndex(repetitions))}/${interval}`;
  }
  const found = describeValue([repetitions, interval]);
  return fail(
    `cycle function expected a repetitions (number) and an interval (duration) parameter, but found '${found}'`,
  );
}
