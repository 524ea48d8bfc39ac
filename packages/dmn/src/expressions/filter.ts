import { type FeelValue, isContext, isList } from '@waggle/feel';
import { LocalVariables } from '../evaluation/local-variables.ts';
import type { ExpressionKind } from './expression-kind.ts';
import { logicOfPart, partsRequired } from './expression-parts.ts';

/** The items of a list for which `match` is true. An item is `item`, and the entries of a context have their names. */
export const filter: ExpressionKind = {
  decisionType: 'UNKNOWN',
  rules: [partsRequired('in', 'match')],
  compile: (xml, compilation) => {
    const source = logicOfPart(xml, 'in', compilation);
    const match = logicOfPart(xml, 'match', compilation);
    return (run, variables) => {
      const items = source(run, variables);
      if (!isList(items)) return run.warn('INVALID_TYPE', 'Expected a list to filter');
      run.chargeList(items.length);
      const kept: FeelValue[] = [];
      for (const item of items) {
        const outer = new LocalVariables(new Map([['item', item]]), variables);
        const result = match(run, isContext(item) ? new LocalVariables(item, outer) : outer);
        if (result === true) kept.push(item);
        else if (result !== false && result !== null) {
          return run.warn('INVALID_TYPE', "Expected 'match' of a filter to be a boolean");
        }
      }
      return kept;
    };
  },
};
