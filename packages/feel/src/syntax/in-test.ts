import type { Expression } from './syntax-tree.ts';

/**
 * The parser, like Camunda's, reads `x in [1,2] and y` as `x in ([1,2] and y)`, which is never what was meant. Only a
 * test that names the input itself (`x in ? > 1 and ? < 5`) is one test up to its end.
 */
export function inTest(value: Expression, test: Expression): Expression {
  if ((test.kind !== 'and' && test.kind !== 'or') || isOneTest(test)) return { kind: 'in', value, tests: [test] };
  const [first, ...rest] = test.operands as [Expression, ...Expression[]];
  return { ...test, operands: [inTest(value, first), ...rest] };
}

/** `(> 5) and (< 7)`, `? > 5 and ? < 7` */
const isOneTest = (test: Extract<Expression, { kind: 'and' | 'or' }>): boolean =>
  test.operands.slice(1).some(({ kind }) => kind === 'enclosed comparison') || mentionsInput(test);

function mentionsInput(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('kind' in part && part.kind === 'variable' && 'name' in part && part.name === '?') return true;
  return Object.values(part).some(mentionsInput);
}
