import type { Run } from '../evaluation.ts';
import type { Expression, TypeExpression } from '../syntax/syntax-tree.ts';
import { type FeelValue, feelTypeOf, isContext, isList } from '../values/value.ts';
import { compilePart } from './compile-part.ts';
import type { Compilation, Evaluate, Scope } from './scope.ts';

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
  return (run, frame) => isInstance(run, evaluate(run, frame), type);
}

function isInstance(run: Run, value: FeelValue, type: TypeExpression): boolean {
  run.charge(1);
  switch (type.kind) {
    case 'function':
      return feelTypeOf(value) === 'function';
    case 'list':
      return isList(value) && value.every((item) => isInstance(run, item, type.item));
    case 'context':
      return (
        isContext(value) &&
        [...type.entries].every(([key, entryType]) => {
          const entry = value.get(key);
          return entry !== undefined && isInstance(run, entry, entryType);
        })
      );
    case 'named':
      if (type.name === 'Any') return value !== null;
      return feelTypeOf(value) === (aliases.get(type.name) ?? type.name);
  }
}
