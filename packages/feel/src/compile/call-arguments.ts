import type { Run } from '../evaluation.ts';
import type { CallExpression, Expression } from '../syntax/syntax-tree.ts';
import { type FeelValue, isList } from '../values/value.ts';
import { compilePart } from './compile-part.ts';
import type { Compilation, Frame, Scope } from './scope.ts';

/** The arguments of one call, by position or by name. */
export interface CallArguments {
  /** `2 parameters`, `parameters: a,b` */
  readonly description: string;
  fits(parameters: readonly string[], isVariadic?: boolean): boolean;
  /** The values in the order of the call. */
  evaluate(run: Run, frame: Frame | null): readonly FeelValue[];
  /** The values in the order of the parameters; a named argument left out is null. */
  arrange(values: readonly FeelValue[], parameters: readonly string[], isVariadic: boolean): readonly FeelValue[];
}

export function compileArguments(compilation: Compilation, call: CallExpression, scope: Scope | null): CallArguments {
  if (call.arguments instanceof Map) return namedArguments(compilation, call.arguments, scope);
  const evaluates = [...call.arguments.values()].map((argument) => compilePart(compilation, argument, scope));
  const count = evaluates.length;
  return {
    description: `${count} parameters`,
    fits: (parameters, isVariadic) => parameters.length === count || (isVariadic === true && count > parameters.length),
    evaluate: (run, frame) => evaluates.map((evaluate) => evaluate(run, frame)),
    arrange: (values, parameters, isVariadic) => {
      if (!isVariadic) return values;
      const fixed = parameters.length - 1;
      const [only] = values;
      if (fixed === 0 && count === 1 && only !== undefined && isList(only)) return values;
      return [...values.slice(0, fixed), values.slice(fixed)];
    },
  };
}

function namedArguments(
  compilation: Compilation,
  named: ReadonlyMap<string, Expression>,
  scope: Scope | null,
): CallArguments {
  const names = [...named.keys()];
  const evaluates = [...named.values()].map((argument) => compilePart(compilation, argument, scope));
  return {
    description: `parameters: ${names.join(',')}`,
    fits: (parameters) => names.every((name) => parameters.includes(name)),
    evaluate: (run, frame) => evaluates.map((evaluate) => evaluate(run, frame)),
    arrange: (values, parameters) => parameters.map((parameter) => values[names.indexOf(parameter)] ?? null),
  };
}
