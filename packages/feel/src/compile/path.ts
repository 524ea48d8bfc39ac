import type { Run } from '../evaluation.ts';
import type { Expression } from '../syntax/syntax-tree.ts';
import { propertyOf } from '../values/property.ts';
import { type FeelValue, isContext } from '../values/value.ts';
import { compilePart } from './compile-part.ts';
import { type Compilation, compileLookup, type Evaluate, type Scope } from './scope.ts';

type Path = Extract<Expression, { kind: 'path' }>;

/** `a.b.c`, walked in one closure. */
export function compilePath(compilation: Compilation, path: Path, scope: Scope | null): Evaluate {
  const names: string[] = [];
  let start: Expression = path;
  for (; start.kind === 'path'; start = start.target) names.unshift(start.name);
  compilation.nodeCount += names.length - 1;
  if (start.kind !== 'variable') {
    const evaluate = compilePart(compilation, start, scope);
    return (run, frame) => walk(run, evaluate(run, frame), names);
  }
  const lookup = compileLookup(compilation, scope, start.name);
  const missing = `No variable found with name '${start.name}'`;
  return (run, frame) => {
    const value = lookup(run, frame);
    // One warning says it all: that null has no entries either follows from it.
    return value === undefined ? run.warn('NO_VARIABLE_FOUND', missing) : walk(run, value, names);
  };
}

function walk(run: Run, from: FeelValue, names: readonly string[]): FeelValue {
  let value = from;
  for (const name of names) value = (isContext(value) ? value.get(name) : undefined) ?? propertyOf(run, value, name);
  return value;
}
