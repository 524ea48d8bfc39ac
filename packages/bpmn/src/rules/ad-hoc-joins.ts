/**
 * Elements of an ad-hoc sub-process that are activated one by one live in scopes of their own, so a gateway that waits
 * for tokens of two of them would wait for ever. A gateway each activation reaches over all of its flows is fine.
 *
 * Which activatable elements reach which node is computed for 32 of them at a time, as bits of one number, in one pass
 * over the flows from where they come to where they lead. Nodes in a circle reach the same, so each circle is one station.
 */
import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { linkTargetOf } from '../events/link-definition.ts';
import { activatableNodesOf } from '../extensions/ad-hoc.ts';
import type { Rule } from './rule.ts';
import { stronglyConnectedComponents } from './strongly-connected-components.ts';

export const adHocJoinRule: Rule<FlowNode> = { id: 'ad-hoc-join', check: checkJoins };

const bitsOfNumber = 32;

function checkJoins(adHocSubProcess: FlowNode, report: Report): void {
  const gateways = adHocSubProcess.children.filter(isJoin);
  if (gateways.length === 0) return;
  const stations = stationsOf(adHocSubProcess.children);
  const joins = gateways.map((gateway) => ({ gateway, sources: sourcesOf(gateway, stations) }));
  const activatable = activatableNodesOf(adHocSubProcess);
  const split = new Set<FlowNode>();
  for (let first = 0; first < activatable.length; first += bitsOfNumber) {
    const origins = originsOf(activatable.slice(first, first + bitsOfNumber), stations);
    for (const { gateway, sources } of joins) {
      if (sources.some((source) => origins[source] !== origins[sources[0] ?? source])) split.add(gateway);
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

/** The nodes as a graph without circles. */
interface Stations {
  readonly indexOf: ReadonlyMap<FlowNode, number>;
  readonly count: number;
  /** Pairs of indexes, from and to, in an order in which nothing comes before what leads to it. */
  readonly steps: readonly (readonly [from: number, to: number])[];
}

function stationsOf(nodes: readonly FlowNode[]): Stations {
  // They are found behind what they lead to.
  const circles = [...stronglyConnectedComponents(nodes, successorsOf)].reverse();
  const indexOf = new Map(circles.flatMap((circle, index) => [...circle].map((node) => [node, index] as const)));
  const steps = circles.flatMap((circle, from) =>
    [...circle].flatMap((node) => successorsOf(node).map((next) => [from, indexOf.get(next) ?? from] as const)),
  );
  return { indexOf, count: circles.length, steps };
}

function sourcesOf(gateway: FlowNode, { indexOf }: Stations): number[] {
  return gateway.incoming.flatMap(({ source }) => (source && indexOf.get(source)) ?? []);
}

/** For each station the elements, one bit each, whose activation can bring a token to it. */
function originsOf(activated: readonly FlowNode[], { indexOf, count, steps }: Stations): Int32Array {
  const origins = new Int32Array(count);
  for (const [bit, node] of activated.entries()) origins[indexOf.get(node) ?? -1]! |= 1 << bit;
  for (const [from, to] of steps) origins[to]! |= origins[from]!;
  return origins;
}

function successorsOf(node: FlowNode): FlowNode[] {
  const targets = node.outgoing.flatMap(({ target }) => target ?? []);
  return [...targets, ...node.boundaryEvents, ...[linkTargetOf(node) ?? []].flat()];
}
