import type { ExpressionKind } from './expression-kind.ts';
import { isExpression } from './is-expression.ts';

export const list: ExpressionKind = {
  decisionType: 'LIST',
  rules: [],
  compile: (xml, compilation) => {
    const items = xml.children.filter(isExpression).map((item) => compilation.logic(item));
    return (run, variables) => {
      run.chargeList(items.length);
      return items.map((item) => item(run, variables));
    };
  },
};
