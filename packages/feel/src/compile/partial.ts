import type { Expression } from '../syntax/syntax-tree.ts';

/** Functions that look at a list and give no part of the list itself away. */
const readers = new Set(['count', 'sum', 'min', 'max', 'mean', 'product', 'list contains', 'is empty', 'string join']);

/**
 * Whether a loop body only looks into `partial` (`partial[-1]`, `count(partial)`). Then the growing list can be handed
 * out as it is; otherwise every iteration needs a copy, which makes the loop quadratic.
 */
export function keepsPartialInside(body: Expression): boolean {
  return keepsInside(body);
}

function keepsInside(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return true;
  if (part instanceof Map) return [...part.values()].every(keepsInside);
  if (Array.isArray(part)) return part.every(keepsInside);
  if (!('kind' in part)) return Object.values(part).every(keepsInside);
  const expression = part as Expression;
  switch (expression.kind) {
    case 'literal':
      return true;
    case 'variable':
      return expression.name !== 'partial';
    case 'function':
      // A function may be kept and called when the list has grown.
      return !mentionsPartial(expression.body);
    case 'filter':
      return (isPartial(expression.target) || keepsInside(expression.target)) && keepsInside(expression.filter);
    case 'call': {
      const isReader = typeof expression.callee === 'string' && readers.has(expression.callee);
      const args = [...expression.arguments.values()];
      return keepsInside(expression.callee) && args.every((arg) => (isReader && isPartial(arg)) || keepsInside(arg));
    }
    default:
      return Object.values(expression).every(keepsInside);
  }
}

const isPartial = (expression: Expression): boolean => expression.kind === 'variable' && expression.name === 'partial';

function mentionsPartial(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if (part instanceof Map) return [...part.values()].some(mentionsPartial);
  if ('kind' in part && isPartial(part as Expression)) return true;
  return Object.values(part).some(mentionsPartial);
}
