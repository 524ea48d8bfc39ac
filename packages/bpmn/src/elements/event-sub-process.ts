import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import { booleanAttribute, type Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { isInterruptingEvent } from '../events/interrupting.ts';
import type { ElementKind } from './element-kind.ts';
import { startEventsOf } from './process.ts';

export const eventSubProcessKind: ElementKind = {
  tag: 'bpmn:subProcess',
  matches: (xml) => booleanAttribute(xml, 'triggeredByEvent', false),
  elementType: BpmnElementType.EVENT_SUB_PROCESS,
  isScope: true,
  loopRole: 'waits',
  // That the start event has a definition, and which, is checked at the event.
  rules: [
    { id: 'event-sub-process-one-start-event', check: checkOneStartEvent },
    { id: 'event-sub-process-no-flows', check: checkNoFlows },
    { id: 'event-sub-process-error-interrupting', check: checkErrorInterrupting },
  ],
  read: (node) => ({ isInterrupting: startEventsOf(node).every(isInterruptingEvent) }),
};

function checkOneStartEvent(node: FlowNode, report: Report): void {
  if (startEventsOf(node).length !== 1) report(node.xml, 'Must have exactly one start event');
}

function checkNoFlows(node: FlowNode, report: Report): void {
  if (node.incoming.length + node.outgoing.length > 0) {
    report(
      node.xml,
      'Expected no sequence flow to lead to or to leave an event sub-process; it is started by its event.',
    );
  }
}

function checkErrorInterrupting(node: FlowNode, report: Report): void {
  for (const start of startEventsOf(node)) {
    const isError = start.eventDefinitions.some(({ kind }) => kind?.eventType === BpmnEventType.ERROR);
    if (isError && !isInterruptingEvent(start)) {
      report(
        start.xml,
        'Non-Interrupting event of this type is not allowed. Set isInterrupting of the error start event to true.',
      );
    }
  }
}
