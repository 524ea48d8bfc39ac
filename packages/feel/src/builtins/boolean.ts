import { equalValues } from '../values/comparison.ts';
import { describeValue } from '../values/feel-string.ts';
import { isBoolean, isString } from '../values/value.ts';
import { any, type Builtins, fail, overload } from './builtin.ts';

export const booleanBuiltins: Builtins = {
  not: [overload([['negand', any]], (_run, negand) => (isBoolean(negand) ? !negand : null))],

  /** Sameness, as strict as Camunda's `=`: a time with a region is not one with the same offset. */
  is: [
    overload(
      [
        ['value1', any],
        ['value2', any],
      ],
      (run, left, right) => equalValues(run, left, right) === true,
    ),
  ],

  'is defined': [overload([['value', any]], (_run, value) => value !== null)],

  'get or else': [
    overload(
      [
        ['value', any],
        ['default', any],
      ],
      (_run, value, otherwise) => value ?? otherwise,
    ),
  ],

  /** Its failure ends the evaluation: the caller of built-ins looks for this name. */
  assert: [
    overload(
      [
        ['value', any],
        ['condition', any],
      ],
      (_run, value, condition) => (condition === true ? value : fail('The condition is not fulfilled')),
    ),
    overload(
      [
        ['value', any],
        ['condition', any],
        ['cause', any],
      ],
      (_run, value, condition, cause) => {
        if (condition === true) return value;
        if (isString(cause)) return fail(cause);
        return fail(
          `Illegal arguments: ${[value, condition, cause].map((item) => `'${describeValue(item)}'`).join(', ')}`,
        );
      },
    ),
  ],
};
