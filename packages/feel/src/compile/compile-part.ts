import type { Expression } from '../syntax/syntax-tree.ts';
import type { Compilation, Evaluate, Scope } from './scope.ts';

/**
 * Compiles an inner expression. The dispatcher comes with the compilation, so that no kind of expression has to import
 * the table that lists them all.
 */
export function compilePart(compilation: Compilation, expression: Expression, scope: Scope | null): Evaluate {
  return compilation.compile(compilation, expression, scope);
}
