import type { Report } from '@waggle/xml';
/**
 * Finds loops a token could run through for ever without anything to wait for: they would keep a partition busy.
 *
 * 1. Looks at strongly connected components of the elements that do not wait, so it takes time linear in the model.
 * 2. Follows flows into sub-processes and out of them again, and static call activities into processes of the document.
 * 3. A loop of gateways alone is tolerated, as Camunda does; see `LoopRole`.
 */
import { type BpmnDocument, type FlowNode, nodesOf, processOf } from '../document/flow-node.ts';
import type { LoopRole } from '../elements/element-kind.ts';
import { startEventsOf } from '../elements/process.ts';
import { linkTargetOf } from '../events/link-definition.ts';
import { readCalledElement } from '../extensions/called-element.ts';
import type { Rule } from './rule.ts';
import { stronglyConnectedComponents } from './strongly-connected-components.ts';

export const straightThroughLoopRule: Rule<BpmnDocument> = { id: 'straight-through-loop', check: checkLoops };

/** A station on a token's way: an element, or the way out of a scope, which all ends inside it share. */
type Station = FlowNode | ScopeExit;

interface ScopeExit {
  readonly exitOf: FlowNode;
}

type Successors = (station: Station) => readonly Station[];

function checkLoops(document: BpmnDocument, report: Report): void {
  const nodes = document.processes.flatMap((process) => nodesOf(process)).filter((node) => !isWaiting(node));
  const successors = createSuccessors(document);
  for (const component of stronglyConnectedComponents<Station>(nodes, successors)) {
    const passing = [...component].find(isPassing);
    const loop = passing && shortestLoop(passing, component, successors);
    if (passing !== undefined && loop !== undefined) {
      const path = loop.flatMap((station) => ('exitOf' in station ? [] : station.id)).join(' > ');
      report(
        processOf(passing).xml,
        `Processes are not allowed to contain a straight-through processing loop: ${path}`,
      );
    }
  }
}

function isWaiting(station: Station): boolean {
  return !('exitOf' in station) && loopRoleOf(station) === 'waits';
}

function loopRoleOf(node: FlowNode): LoopRole {
  return node.eventDefinitions[0]?.kind?.loopRole ?? node.kind.loopRole;
}

function isPassing(station: Station): station is FlowNode {
  return !('exitOf' in station) && loopRoleOf(station) === 'passes';
}

/** Where a token goes next without waiting. Entries and exits of scopes are looked up once for all who pass them. */
function createSuccessors({ processes }: BpmnDocument): Successors {
  const processesById = new Map(processes.map((process) => [process.id, process]));
  const entryOf = memoized((scope: FlowNode): readonly Station[] =>
    startEventsOf(scope).filter((start) => start.eventDefinitions.length === 0),
  );
  const exitOf = memoized((scope: FlowNode): ScopeExit => ({ exitOf: scope }));
  const all = (station: Station): readonly Station[] => {
    if ('exitOf' in station) return targetsOf(station.exitOf);
    const called = readCalledElement(station.xml);
    if (called !== undefined) {
      const process = called.processId.isExpression ? undefined : processesById.get(called.processId.text);
      return process === undefined ? [] : entryOf(process);
    }
    const linked = linkTargetOf(station);
    if (linked !== undefined) return [linked];
    if (station.kind.isScope) return entryOf(station);
    if (station.outgoing.length > 0) return targetsOf(station);
    return station.scope === undefined ? [] : [exitOf(station.scope)];
  };
  return (station) => all(station).filter((next) => !isWaiting(next));
}

function memoized<Result>(compute: (scope: FlowNode) => Result): (scope: FlowNode) => Result {
  const results = new Map<FlowNode, Result>();
  return (scope) => {
    const result = results.get(scope) ?? compute(scope);
    results.set(scope, result);
    return result;
  };
}

function targetsOf(node: FlowNode): FlowNode[] {
  return node.outgoing.flatMap((flow) => flow.target ?? []);
}

/** From `start` back to itself inside the component, both ends included; breadth first. */
function shortestLoop(
  start: Station,
  component: ReadonlySet<Station>,
  successors: Successors,
): readonly Station[] | undefined {
  const cameFrom = new Map<Station, Station>();
  const queue = [start];
  for (const station of queue) {
    for (const next of successors(station)) {
      if (next === start) return [...pathTo(station, cameFrom), start];
      if (component.has(next) && !cameFrom.has(next)) {
        cameFrom.set(next, station);
        queue.push(next);
      }
    }
  }
  return undefined;
}

function pathTo(last: Station, cameFrom: ReadonlyMap<Station, Station>): Station[] {
  const path: Station[] = [];
  for (let station: Station | undefined = last; station !== undefined; station = cameFrom.get(station)) {
    path.push(station);
  }
  return path.reverse();
}
