/** A node of the syntax tree (ESTree with TypeScript), as far as the rules look into it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Visits a node and everything below it, outer nodes first. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node);
  for (const field of Object.values(node)) {
    for (const child of Array.isArray(field) ? field : [field]) {
      if (isSyntaxNode(child)) walk(child, visit);
    }
  }
}

/** Name of an identifier node; `undefined` for any other. */
export function identifierName(node: unknown): string | undefined {
  return isSyntaxNode(node) && node.type === 'Identifier' && typeof node.name === 'string' ? node.name : undefined;
}
