import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import { booleanAttribute, type Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { checkDistinctTriggers } from '../rules/distinct-triggers.ts';
import type { ElementKind } from './element-kind.ts';

export const eventBasedGatewayKind: ElementKind = {
  tag: 'bpmn:eventBasedGateway',
  elementType: BpmnElementType.EVENT_BASED_GATEWAY,
  loopRole: 'waits',
  rules: [
    { id: 'event-based-gateway-flows', check: checkFlows },
    { id: 'event-based-gateway-targets', check: checkTargets },
    { id: 'event-based-gateway-triggers', check: checkTriggers },
    { id: 'unsupported-feature', check: checkNotInstantiating },
  ],
};

function checkFlows(node: FlowNode, report: Report): void {
  if (node.outgoing.length < 2) {
    report(node.xml, 'Event-based gateway must have at least 2 outgoing sequence flows.');
  }
}

function checkTargets(node: FlowNode, report: Report): void {
  for (const target of targetsOf(node)) {
    if (target.kind.eventPlace?.(target) !== 'intermediate-catch' || isLink(target)) {
      report(
        node.xml,
        `Event-based gateway must not have an outgoing sequence flow to other elements than message/timer/signal/conditional intermediate catch events. '${target.id}' is none.`,
      );
    } else if (target.incoming.length > 1) {
      // The gateway waits in the event's place, so nothing else may enter it.
      report(
        node.xml,
        `Target elements of an event gateway must not have any additional incoming sequence flows other than that from the event gateway. '${target.id}' has more.`,
      );
    }
  }
}

function isLink(target: FlowNode): boolean {
  return target.eventDefinitions[0]?.kind?.eventType === BpmnEventType.LINK;
}

function checkTriggers(node: FlowNode, report: Report): void {
  checkDistinctTriggers(targetsOf(node), report);
}

/** The other meanings BPMN gives the gateway: it starts the process, or waits for all of its events. */
function checkNotInstantiating(node: FlowNode, report: Report): void {
  if (booleanAttribute(node.xml, 'instantiate', false)) {
    report(
      node.xml,
      'An event-based gateway that starts a process is not supported; use one start event for each event.',
    );
  }
  if (node.xml.attributes.get('eventGatewayType') === 'Parallel') {
    report(node.xml, 'A parallel event-based gateway is not supported; use a parallel gateway before catch events.');
  }
}

function targetsOf(node: FlowNode): FlowNode[] {
  return node.outgoing.flatMap((flow) => flow.target ?? []);
}
