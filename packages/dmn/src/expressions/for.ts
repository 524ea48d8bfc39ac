import type { FeelValue } from '@waggle/feel';
import type { ExpressionKind } from './expression-kind.ts';
import { partsRequired } from './expression-parts.ts';
import { compileIterator, iteratorVariable } from './iterator.ts';

/** The values of `return`, one for each item; `partial` are those so far. */
export const forLoop: ExpressionKind = {
  decisionType: 'UNKNOWN',
  rules: [iteratorVariable, partsRequired('in', 'return')],
  compile: (xml, compilation) => {
    const iterator = compileIterator(xml, 'return', compilation);
    return (run, variables) => {
      const items = iterator.values(run, variables);
      if (items === null) return null;
      const results: FeelValue[] = [];
      for (const item of items) {
        const scope = iterator.scope(item, variables);
        const partial = () => {
          run.chargeList(results.length);
          return [...results];
        };
        results.push(
          iterator.body(run, { variable: (name) => (name === 'partial' ? partial() : scope.variable(name)) }),
        );
      }
      return results;
    };
  },
};
