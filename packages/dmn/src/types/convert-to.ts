import { compileExpression, type FeelValue, isDate, isList, type Run } from '@waggle/feel';
import { conforms, type DmnType } from './dmn-type.ts';

/**
 * The standard's implicit conversions: a value that conforms stays; a single value becomes a list of one; a list of one
 * becomes the value; a date becomes its midnight in UTC.
 * @returns undefined when the value is none of the type
 * @see DMN 1.5 clause 10.3.2.9.4
 */
export function convertTo(run: Run, value: FeelValue, type: DmnType): FeelValue | undefined {
  if (conforms(run, value, type)) return value;
  const [only] = isList(value) ? value : [];
  if (type.kind === 'list' && !isList(value) && conforms(run, [value], type)) return [value];
  if (isList(value) && value.length === 1 && only !== undefined && conforms(run, only, type)) return only;
  if (isDate(value) && type.kind === 'simple' && type.name === 'DATE_TIME') return midnight(run, value);
  return undefined;
}

const atMidnight = compileExpression('date and time(day, time("00:00:00Z"))');

const midnight = (run: Run, day: FeelValue): FeelValue =>
  atMidnight.ok ? atMidnight.expression.evaluateWithin(run, { variable: () => day }) : null;
