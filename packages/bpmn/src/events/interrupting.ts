import { booleanAttribute } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';

/** The flag of a boundary event or of the start event of an event sub-process; `true` for all other events. */
export function isInterruptingEvent(node: FlowNode): boolean {
  switch (node.kind.eventPlace?.(node)) {
    case 'boundary':
      return booleanAttribute(node.xml, 'cancelActivity', true);
    case 'event-sub-process-start':
      return booleanAttribute(node.xml, 'isInterrupting', true);
    default:
      return true;
  }
}
