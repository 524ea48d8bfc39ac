import type { ExpressionKind } from './expression-kind.ts';
import { logicOfPart, partsRequired } from './expression-parts.ts';

export const conditional: ExpressionKind = {
  decisionType: 'UNKNOWN',
  rules: [partsRequired('if', 'then', 'else')],
  compile: (xml, compilation) => {
    const condition = logicOfPart(xml, 'if', compilation);
    const then = logicOfPart(xml, 'then', compilation);
    const otherwise = logicOfPart(xml, 'else', compilation);
    return (run, variables) => {
      const value = condition(run, variables);
      if (value === true) return then(run, variables);
      if (value === false || value === null) return otherwise(run, variables);
      return run.warn('INVALID_TYPE', 'Expected the condition of a conditional to be a boolean');
    };
  },
};
