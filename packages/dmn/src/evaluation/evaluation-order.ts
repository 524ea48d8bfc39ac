import type { DrgElement } from '../model/dmn-model.ts';
import type { CompiledDecision, CompiledGraph } from './compiled-graph.ts';

/**
 * The decisions that these require and these themselves: required ones first, depth first, in document order, each once.
 * A loop and not a recursion: chains of thousands of decisions are deployed, and the stack holds fewer.
 * @param given elements whose values are there already
 */
export function evaluationOrder(
  targets: readonly DrgElement[],
  graph: CompiledGraph,
  given: ReadonlySet<DrgElement> = new Set(),
): readonly CompiledDecision[] {
  const order: CompiledDecision[] = [];
  const seen = new Set<DrgElement>(given);
  const open: { readonly decision: CompiledDecision; next: number }[] = [];
  const enter = (element: DrgElement): void => {
    const decision = graph.decisions.get(element);
    if (decision === undefined || seen.has(element)) return;
    seen.add(element);
    open.push({ decision, next: 0 });
  };
  for (const target of targets) {
    enter(target);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const required = top.decision.bindings[top.next++];
      if (required !== undefined) enter(required.target);
      else order.push((open.pop() as typeof top).decision);
    }
  }
  return order;
}
