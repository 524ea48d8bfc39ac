/**
 * Where the values of decisions and parameters meet the types they are declared with: the one place that knows the two
 * dialects of it.
 */
import { describeValue, EvaluationFailed, type FeelValue } from '@waggle/feel';
import type { Convert } from '../expressions/expression-kind.ts';
import { convertTo } from './convert-to.ts';
import type { DmnType } from './dmn-type.ts';
import type { ItemTypes } from './item-types.ts';
import { simpleType } from './simple-types.ts';

/** What has the `typeRef`: a decision's result, a parameter of a function, or anything else. */
export type TypedPlace = 'result' | 'parameter' | 'variable' | 'expression';

/** The types the reference looks at, in the results of decisions and in parameters, and nowhere else. */
const checkedNames: ReadonlySet<string> = new Set([
  'string',
  'number',
  'boolean',
  'time',
  'date',
  'dateTime',
  'dayTimeDuration',
  'yearMonthDuration',
]);

/** A value of another type fails what has it, where the standard can not convert it either. null is of every type. */
export function referenceCheck(typeRef: string, place: TypedPlace): Convert | undefined {
  const name = typeRef.replace(/^feel:/, '');
  const type = simpleType(name);
  if (type === undefined || !checkedNames.has(name) || (place !== 'result' && place !== 'parameter')) return undefined;
  return (run, value) => {
    const converted = convertTo(run, value, type);
    if (converted !== undefined) return converted;
    throw new EvaluationFailed(`expected '${name}' but found '${describeValue(value)}'`);
  };
}

/** A value of another type becomes null, wherever it is declared; a function is not called with one. */
export function standardConversion(typeRef: string, place: TypedPlace, types: ItemTypes): Convert | undefined {
  const type: DmnType = types.typeNamed(typeRef);
  if (type.kind === 'any' && type.isAllowed === undefined) return undefined;
  return (run, value): FeelValue => {
    const converted = convertTo(run, value, type);
    if (converted !== undefined) return converted;
    const reason = `expected '${typeRef}' but found '${describeValue(value)}'`;
    if (place === 'parameter') throw new EvaluationFailed(reason);
    return run.warn('INVALID_TYPE', reason);
  };
}
