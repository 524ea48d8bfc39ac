import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import { booleanAttribute, type Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { EventUse } from '../events/event-definition-kind.ts';
import { eventUsesOf } from '../events/event-rules.ts';
import { messageNameOf, messageRules, readMessage } from '../events/message-definition.ts';
import type { ElementKind } from './element-kind.ts';

export const receiveTaskKind: ElementKind = {
  tag: 'bpmn:receiveTask',
  elementType: BpmnElementType.RECEIVE_TASK,
  isActivity: true,
  eventType: BpmnEventType.MESSAGE,
  loopRole: 'waits',
  rules: [
    ...messageRules.map(({ id, check }) => ({
      id,
      check: (node: FlowNode, report: Report) => check(messageUse(node), report),
    })),
    { id: 'receive-task-boundary-message', check: checkBoundaryMessage },
    { id: 'unsupported-feature', check: checkNotInstantiating },
  ],
  read: (node) => ({ message: readMessage(messageUse(node)) }),
};

/** The task carries messageRef itself and waits like an intermediate catch event; one that starts a process as a start. */
function messageUse(node: FlowNode): EventUse {
  return { node, xml: node.xml, place: isInstantiating(node) ? 'process-start' : 'intermediate-catch' };
}

function isInstantiating({ xml }: FlowNode): boolean {
  return booleanAttribute(xml, 'instantiate', false);
}

function checkBoundaryMessage(node: FlowNode, report: Report): void {
  const name = messageNameOf(messageUse(node));
  for (const boundary of node.boundaryEvents) {
    if (name !== undefined && eventUsesOf(boundary).some((use) => messageNameOf(use) === name)) {
      report(
        boundary.xml,
        `Expected another message than that of the receive task '${node.id}', but both wait for '${name}'.`,
      );
    }
  }
}

function checkNotInstantiating(node: FlowNode, report: Report): void {
  if (isInstantiating(node)) {
    report(node.xml, 'A receive task that starts a process is not supported; use a message start event.');
  }
}
