import type { FlowNode } from './flow-node.ts';

/**
 * Looks things up in a scope that may hold tens of thousands of elements: computed for a scope when first asked, kept as long
 * as the document. Only for documents that are read completely.
 */
export function indexOfScope<Index>(compute: (scope: FlowNode) => Index): (scope: FlowNode) => Index {
  const indexes = new WeakMap<FlowNode, Index>();
  return (scope) => {
    const known = indexes.get(scope);
    if (known !== undefined) return known;
    const index = compute(scope);
    indexes.set(scope, index);
    return index;
  };
}
