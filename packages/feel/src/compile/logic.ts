import type { Run } from '../evaluation.ts';
import type { Expression } from '../syntax/syntax-tree.ts';
import { expectedType } from '../values/arithmetic.ts';
import type { FeelValue } from '../values/value.ts';
import { compilePart } from './compile-part.ts';
import type { Compilation, Evaluate, Frame, Scope } from './scope.ts';

type Chain = Extract<Expression, { kind: 'and' | 'or' }>;

/** Ternary `and`: false as soon as one operand is false; else null if one is no boolean. */
export function compileConjunction(compilation: Compilation, { operands }: Chain, scope: Scope | null): Evaluate {
  return deciding(
    operands.map((operand) => compilePart(compilation, operand, scope)),
    false,
  );
}

/** Ternary `or`: true as soon as one operand is true; else null if one is no boolean. */
export function compileDisjunction(compilation: Compilation, { operands }: Chain, scope: Scope | null): Evaluate {
  return deciding(
    operands.map((operand) => compilePart(compilation, operand, scope)),
    true,
  );
}

function deciding(operands: readonly Evaluate[], decisive: boolean): Evaluate {
  const [first, second] = operands as [Evaluate, Evaluate];
  const decide = (run: Run, frame: Frame | null, left: FeelValue, operand: Evaluate): boolean | null => {
    if (left === decisive) return decisive;
    // Told before the right side is looked at, although that may decide all the same: so is the order of the warnings.
    if (typeof left !== 'boolean') expectedType(run, 'boolean', left);
    const right = operand(run, frame);
    if (right === decisive) return decisive;
    if (typeof left !== 'boolean') return null;
    return typeof right === 'boolean' ? !decisive : expectedType(run, 'boolean', right);
  };
  // Two operands are most conditions; the closure saves the loop.
  if (operands.length === 2) return (run, frame) => decide(run, frame, first(run, frame), second);
  const rest = operands.slice(1);
  return (run, frame) => {
    let result = first(run, frame);
    for (const operand of rest) result = decide(run, frame, result, operand);
    return result;
  };
}

/** The ternary fold behind and, or, some, every and lists of tests; stops at the first decisive item. */
export function firstDecisive<Item>(
  run: Run,
  decisive: boolean,
  items: Iterable<Item>,
  evaluate: (item: Item) => FeelValue,
): boolean | null {
  let result: boolean | null = !decisive;
  for (const item of items) {
    const value = evaluate(item);
    if (value === decisive) return decisive;
    if (typeof value !== 'boolean' && result !== null) result = expectedType(run, 'boolean', value);
  }
  return result;
}

/** Anything but true takes the else branch. */
export function compileIf(
  compilation: Compilation,
  { condition, then, otherwise }: Extract<Expression, { kind: 'if' }>,
  scope: Scope | null,
): Evaluate {
  const isMet = compilePart(compilation, condition, scope);
  const whenMet = compilePart(compilation, then, scope);
  const whenNot = compilePart(compilation, otherwise, scope);
  return (run, frame) => {
    const value = isMet(run, frame);
    if (value === true) return whenMet(run, frame);
    if (value !== false) expectedType(run, 'boolean', value);
    return whenNot(run, frame);
  };
}
