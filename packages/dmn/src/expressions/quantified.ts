import type { ExpressionKind } from './expression-kind.ts';
import { partsRequired } from './expression-parts.ts';
import { compileIterator, iteratorVariable } from './iterator.ts';

/** True if `satisfies` is so for one item. */
export const some: ExpressionKind = quantified(true);
/** True if `satisfies` is so for each item. */
export const every: ExpressionKind = quantified(false);

/** @param decisive what one item has to give to settle it; null among the others leaves it open */
function quantified(decisive: boolean): ExpressionKind {
  return {
    decisionType: 'UNKNOWN',
    rules: [iteratorVariable, partsRequired('in', 'satisfies')],
    compile: (xml, compilation) => {
      const iterator = compileIterator(xml, 'satisfies', compilation);
      return (run, variables) => {
        const items = iterator.values(run, variables);
        if (items === null) return null;
        let isOpen = false;
        for (const item of items) {
          const result = iterator.body(run, iterator.scope(item, variables));
          if (result === decisive) return decisive;
          if (result === null) isOpen = true;
          else if (typeof result !== 'boolean') {
            return run.warn('INVALID_TYPE', "Expected 'satisfies' to be a boolean");
          }
        }
        return isOpen ? null : !decisive;
      };
    },
  };
}
