/**
 * Strongly connected components of a graph: in each, every node reaches every other. Nodes that reach nothing back
 * form components of one.
 *
 * Tarjan, "Depth-first search and linear graph algorithms", 1972; iterative, since a chain of tasks may be long.
 */
export function* stronglyConnectedComponents<Node>(
  nodes: Iterable<Node>,
  successors: (node: Node) => readonly Node[],
): Generator<ReadonlySet<Node>> {
  const states = new Map<Node, { readonly index: number; low: number; isOnStack: boolean }>();
  const stack: Node[] = [];
  for (const root of nodes) {
    const visits: { readonly node: Node; readonly remaining: Iterator<Node> }[] = [];
    const visit = (node: Node): void => {
      states.set(node, { index: states.size, low: states.size, isOnStack: true });
      stack.push(node);
      visits.push({ node, remaining: successors(node).values() });
    };
    if (!states.has(root)) visit(root);
    for (let top = visits.at(-1); top !== undefined; top = visits.at(-1)) {
      const state = states.get(top.node)!;
      const next = top.remaining.next();
      if (!next.done) {
        const known = states.get(next.value);
        if (known === undefined) visit(next.value);
        else if (known.isOnStack) state.low = Math.min(state.low, known.index);
        continue;
      }
      visits.pop();
      const caller = visits.at(-1);
      if (caller !== undefined) {
        const callerState = states.get(caller.node)!;
        callerState.low = Math.min(callerState.low, state.low);
      }
      if (state.low === state.index) {
        const component = new Set(stack.splice(stack.lastIndexOf(top.node)));
        for (const node of component) states.get(node)!.isOnStack = false;
        yield component;
      }
    }
  }
}
