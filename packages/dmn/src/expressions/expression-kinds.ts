import type { XmlElement } from '@waggle/xml';
import { decisionTable } from '../decision-table/decision-table.ts';
import type { ExpressionKind } from './expression-kind.ts';
import { literalExpression } from './literal-expression.ts';

/** Every kind of expression by its normalized XML name. A new one is a file and a line here. */
export const expressionKinds = {
  'dmn:decisionTable': decisionTable,
  'dmn:literalExpression': literalExpression,
} satisfies Record<string, ExpressionKind>;

export function expressionKindOf(xml: XmlElement): ExpressionKind | undefined {
  return Object.hasOwn(expressionKinds, xml.name)
    ? expressionKinds[xml.name as keyof typeof expressionKinds]
    : undefined;
}
