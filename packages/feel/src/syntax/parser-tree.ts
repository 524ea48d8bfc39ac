import type { SyntaxNode } from './parser.ts';

const comments = new Set(['LineComment', 'BlockComment']);
const punctuation = new Set(['(', ')', '[', ']', '{', '}', '..', 'if', 'then', 'else', 'and', 'between', 'in', '.']);

/** The children without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let current = node.firstChild; current !== null; current = current.nextSibling) {
    if (!comments.has(current.name)) children.push(current);
  }
  return children;
}

/** False for the punctuation and keywords between operands. */
export const isOperand = (node: SyntaxNode): boolean => !punctuation.has(node.name);

/** The grammar promises this child; a missing one is a mistake of ours. */
export function child(node: SyntaxNode, name: string): SyntaxNode {
  const found = node.getChild(name);
  if (found === null) throw new Error(`Expected ${node.name} to contain ${name}`);
  return found;
}

export const only = (node: SyntaxNode): SyntaxNode => childrenOf(node)[0] as SyntaxNode;
