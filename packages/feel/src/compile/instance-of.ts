import type { Run } from '../evaluation.ts';
import type { Expression, TypeExpression } from '../syntax/syntax-tree.ts';
import { type FeelValue, feelTypeOf, isContext, isList, isRange } from '../values/value.ts';
import { compilePart } from './compile-part.ts';
import type { Compilation, Evaluate, Scope } from './scope.ts';

/** Whether a value is of a type, by the type's name (`tApplicant`, `imported.tApplicant`). */
export type NamedTypes = ReadonlyMap<string, (value: FeelValue, run: Run) => boolean>;

const aliases: ReadonlyMap<string, string> = new Map([
  ['date time', 'date and time'],
  ['dateTime', 'date and time'],
  ['day-time-duration', 'days and time duration'],
  ['dayTimeDuration', 'days and time duration'],
  ['year-month-duration', 'years and months duration'],
  ['yearMonthDuration', 'years and months duration'],
]);

export function compileInstanceOf(
  compilation: Compilation,
  { value, type }: Extract<Expression, { kind: 'instance of' }>,
  scope: Scope | null,
): Evaluate {
  const evaluate = compilePart(compilation, value, scope);
  const { types } = compilation;
  return (run, frame) => isInstance(run, types, evaluate(run, frame), type);
}

export function isInstance(run: Run, types: NamedTypes, value: FeelValue, type: TypeExpression): boolean {
  run.charge(1);
  switch (type.kind) {
    case 'function':
      return feelTypeOf(value) === 'function';
    case 'list':
      return isList(value) && value.every((item) => isInstance(run, types, item, type.item));
    case 'range':
      return isRange(value) && isInstance(run, types, value.start ?? value.end, type.item);
    case 'context':
      return (
        isContext(value) &&
        [...type.entries].every(([key, entryType]) => {
          const entry = value.get(key);
          return entry !== undefined && (entry === null || isInstance(run, types, entry, entryType));
        })
      );
    case 'named':
      if (type.name === 'Any') return value !== null;
      if (types.size > 0) {
        const isOfType = types.get(type.name);
        if (isOfType !== undefined) return isOfType(value, run);
      }
      return feelTypeOf(value) === (aliases.get(type.name) ?? type.name);
  }
}
