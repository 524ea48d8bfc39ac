import type { Expression } from '../syntax/syntax-tree.ts';
import { arithmetic } from '../values/arithmetic.ts';
import { compilePart } from './compile-part.ts';
import type { Compilation, Evaluate, Scope } from './scope.ts';

/** `a + b - c`: from left to right. One operation, the common case, does without the loop. */
export function compileArithmetic(
  compilation: Compilation,
  expression: Extract<Expression, { kind: 'arithmetic' }>,
  scope: Scope | null,
): Evaluate {
  const first = compilePart(compilation, expression.first, scope);
  const rest = expression.rest.map(({ operator, operand }) => ({
    apply: arithmetic[operator],
    evaluate: compilePart(compilation, operand, scope),
  }));
  const [only] = rest;
  if (rest.length === 1 && only !== undefined) {
    const { apply, evaluate } = only;
    return (run, frame) => apply(run, first(run, frame), evaluate(run, frame));
  }
  return (run, frame) => {
    let result = first(run, frame);
    for (const { apply, evaluate } of rest) result = apply(run, result, evaluate(run, frame));
    return result;
  };
}
