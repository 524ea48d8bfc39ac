import { textRequired } from '../rules/text-required.ts';
import type { ExpressionKind } from './expression-kind.ts';

export const literalExpression: ExpressionKind = {
  decisionType: 'LITERAL_EXPRESSION',
  rules: [textRequired],
  compile: (xml, compilation) => compilation.feel(xml),
};
