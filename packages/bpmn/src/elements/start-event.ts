import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { isInterruptingEvent } from '../events/interrupting.ts';
import { formReferenceRules, readForm } from '../extensions/form-definition.ts';
import type { ElementKind } from './element-kind.ts';

export const startEventKind: ElementKind = {
  tag: 'bpmn:startEvent',
  elementType: BpmnElementType.START_EVENT,
  eventPlace: (node) => {
    switch (node.scope?.kind.elementType) {
      case BpmnElementType.EVENT_SUB_PROCESS:
        return 'event-sub-process-start';
      case BpmnElementType.PROCESS:
        return 'process-start';
      default:
        return 'sub-process-start';
    }
  },
  loopRole: 'routes',
  rules: [{ id: 'start-event-no-incoming', check: checkNoIncoming }, ...formReferenceRules],
  read: (node) => ({
    isInterrupting: isInterruptingEvent(node),
    form: node.eventDefinitions.length === 0 ? readForm(node.xml) : undefined,
  }),
};

function checkNoIncoming(node: FlowNode, report: Report): void {
  if (node.incoming.length > 0) report(node.xml, 'Expected no sequence flow to lead to a start event.');
}
