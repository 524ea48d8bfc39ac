import { BpmnEventType } from '@waggle/protocol';
import type { FlowNode } from '../document/flow-node.ts';
import { booleanAttribute } from '../xml/xml-element.ts';

/** The flag of a boundary event or of the start event of an event sub-process; `true` for all other events. */
export function isInterruptingEvent(node: FlowNode): boolean {
  switch (node.kind.eventPlace?.(node)) {
    case 'boundary':
      // The activity that threw the error cannot go on, whatever the attribute says (BPMN 2.0.2, 10.5.4).
      return isErrorEvent(node) || booleanAttribute(node.xml, 'cancelActivity', true);
    case 'event-sub-process-start':
      return booleanAttribute(node.xml, 'isInterrupting', true);
    default:
      return true;
  }
}

function isErrorEvent(node: FlowNode): boolean {
  return node.eventDefinitions[0]?.kind?.eventType === BpmnEventType.ERROR;
}
