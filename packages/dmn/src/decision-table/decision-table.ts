import type { ExpressionKind } from '../expressions/expression-kind.ts';

export const decisionTable: ExpressionKind = {
  decisionType: 'DECISION_TABLE',
  rules: [],
  compile: (xml, compilation) => {
    compilation.reportFor('unsupported-logic')(
      xml,
      'Expected logic other than a decision table; it is not supported yet.',
    );
    return () => null;
  },
};
