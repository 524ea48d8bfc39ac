import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import type { FlowNode } from '../document/flow-node.ts';
import type { Report } from '../finding-collector.ts';
import { checkDistinctMessages } from '../rules/distinct-triggers.ts';
import type { ElementKind } from './element-kind.ts';

export const eventBasedGatewayKind: ElementKind = {
  tag: 'bpmn:eventBasedGateway',
  elementType: BpmnElementType.EVENT_BASED_GATEWAY,
  loopRole: 'waits',
  rules: [
    { id: 'event-based-gateway-flows', check: checkFlows },
    { id: 'event-based-gateway-targets', check: checkTargets },
    { id: 'event-based-gateway-messages', check: checkMessages },
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
      report(node.xml, `Expected only intermediate catch events behind the gateway, but '${target.id}' is none.`);
    } else if (target.incoming.length > 1) {
      // The gateway waits in the event's place, so nothing else may enter it.
      report(node.xml, `Expected '${target.id}' to be entered from this gateway only, but it has more incoming flows.`);
    }
  }
}

function isLink(target: FlowNode): boolean {
  return target.eventDefinitions[0]?.kind?.eventType === BpmnEventType.LINK;
}

function checkMessages(node: FlowNode, report: Report): void {
  checkDistinctMessages(targetsOf(node), report);
}

function targetsOf(node: FlowNode): FlowNode[] {
  return node.outgoing.flatMap((flow) => flow.target ?? []);
}
