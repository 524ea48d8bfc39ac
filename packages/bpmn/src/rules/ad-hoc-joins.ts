/**
 * Elements of an ad-hoc sub-process that are activated one by one live in scopes of their own, so a gateway that waits
 * for tokens of two of them would wait for ever. A gateway each activation reaches over all of its flows is fine.
 *
 * Which activatable elements reach which node is computed for 32 of them at a time, as bits of one number: nodes and
 * flows are visited a bounded number of times however many elements there are, and memory stays linear.
 */
import { BpmnElementType } from '@waggle/protocol';
import type { FlowNode } from '../document/flow-node.ts';
import { linkTargetOf } from '../events/link-definition.ts';
import { activatableNodesOf } from '../extensions/ad-hoc.ts';
import type { Report } from '../finding-collector.ts';
import type { Rule } from './rule.ts';

export const adHocJoinRule: Rule<FlowNode> = { id: 'ad-hoc-join', check: checkJoins };

const bitsOfNumber = 32;

function checkJoins(adHocSubProcess: FlowNode, report: Report): void {
  const joins = adHocSubProcess.children.filter(isJoin);
  if (joins.length === 0) return;
  const activatable = activatableNodesOf(adHocSubProcess);
  const split = new Set<FlowNode>();
  for (let first = 0; first < activatable.length; first += bitsOfNumber) {
    const origins = originsOf(activatable.slice(first, first + bitsOfNumber));
    for (const join of joins) {
      const [one, ...others] = join.incoming.map(({ source }) => (source && origins.get(source)) ?? 0);
      if (others.some((other) => other !== one)) split.add(join);
    }
  }
  for (const join of split) {
    report(
      join.xml,
      `Expected the flows into '${join.id}' to come from the same activated elements of '${adHocSubProcess.id}', but they do not. Elements that are activated one by one never meet at a joining gateway; put them into a sub-process.`,
    );
  }
}

function isJoin({ kind: { elementType }, incoming }: FlowNode): boolean {
  const waitsForAll =
    elementType === BpmnElementType.PARALLEL_GATEWAY || elementType === BpmnElementType.INCLUSIVE_GATEWAY;
  return waitsForAll && incoming.length > 1;
}

/** For each node the elements, one bit each, whose activation can bring a token to it. */
function originsOf(activated: readonly FlowNode[]): ReadonlyMap<FlowNode, number> {
  const origins = new Map<FlowNode, number>();
  const queue: FlowNode[] = [];
  const reach = (node: FlowNode, bits: number): void => {
    const known = origins.get(node) ?? 0;
    if ((known | bits) === known) return;
    origins.set(node, known | bits);
    queue.push(node);
  };
  for (const [index, node] of activated.entries()) reach(node, 1 << index);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const bits = origins.get(node) ?? 0;
    for (const next of successorsOf(node)) reach(next, bits);
  }
  return origins;
}

function successorsOf(node: FlowNode): FlowNode[] {
  const targets = node.outgoing.flatMap(({ target }) => target ?? []);
  return [...targets, ...node.boundaryEvents, ...[linkTargetOf(node) ?? []].flat()];
}
