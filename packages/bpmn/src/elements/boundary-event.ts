import { BpmnElementType } from '@waggle/protocol';
import type { FlowNode } from '../document/flow-node.ts';
import { isInterruptingEvent } from '../events/interrupting.ts';
import type { Report } from '../finding-collector.ts';
import type { ElementKind } from './element-kind.ts';

export const boundaryEventKind: ElementKind = {
  tag: 'bpmn:boundaryEvent',
  elementType: BpmnElementType.BOUNDARY_EVENT,
  eventPlace: () => 'boundary',
  loopRole: 'waits',
  rules: [
    { id: 'boundary-event-attached', check: checkAttached },
    { id: 'boundary-event-no-incoming', check: checkNoIncoming },
  ],
  read: (node) => ({ isInterrupting: isInterruptingEvent(node) }),
};

function checkAttached(node: FlowNode, report: Report): void {
  const ref = node.xml.attributes.get('attachedToRef');
  const host = node.attachedTo;
  if (host === undefined) {
    report(
      node.xml,
      ref === undefined
        ? 'Expected the boundary event to be attached to an activity, but attachedToRef is missing.'
        : `Expected attachedToRef to name an activity of the process, but there is no element with the id '${ref}'.`,
    );
  } else if (!host.kind.isActivity || host.scope !== node.scope) {
    report(node.xml, `Expected attachedToRef to name an activity of the same scope, but '${host.id}' is none.`);
  }
}

function checkNoIncoming(node: FlowNode, report: Report): void {
  if (node.incoming.length > 0) report(node.xml, 'Expected no sequence flow to lead to a boundary event.');
}
