import type { XmlElement } from '@waggle/xml';

/** Every element that is an expression; `expression-kinds.ts` has one kind for each. */
export const expressionTags = [
  'dmn:decisionTable',
  'dmn:literalExpression',
  'dmn:context',
  'dmn:list',
  'dmn:relation',
  'dmn:invocation',
  'dmn:functionDefinition',
  'dmn:conditional',
  'dmn:filter',
  'dmn:for',
  'dmn:some',
  'dmn:every',
] as const;

export type ExpressionTag = (typeof expressionTags)[number];

const tags: ReadonlySet<string> = new Set(expressionTags);

export function isExpression(xml: XmlElement): xml is XmlElement & { readonly name: ExpressionTag } {
  return tags.has(xml.name);
}
