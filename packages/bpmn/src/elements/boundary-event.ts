import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { isInterruptingEvent } from '../events/interrupting.ts';
import type { ElementKind } from './element-kind.ts';

export const boundaryEventKind: ElementKind = {
  tag: 'bpmn:boundaryEvent',
  elementType: BpmnElementType.BOUNDARY_EVENT,
  eventPlace: () => 'boundary',
  loopRole: 'waits',
  rules: [
    { id: 'boundary-event-attached', check: checkAttached },
    { id: 'boundary-event-no-incoming', check: checkNoIncoming },
    { id: 'boundary-event-error-interrupting', check: checkErrorInterrupting },
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
        ? 'Must be attached to an activity. attachedToRef is missing.'
        : `Must be attached to an activity. attachedToRef names '${ref}', but there is no element with this id.`,
    );
  } else if (!host.kind.isActivity || host.scope !== node.scope) {
    report(node.xml, `Must be attached to an activity. '${host.id}' is none of the same scope.`);
  }
}

function checkNoIncoming(node: FlowNode, report: Report): void {
  if (node.incoming.length > 0)
    report(node.xml, 'Cannot have incoming sequence flows. A boundary event is entered when it is triggered.');
}

/** The activity that threw the error cannot go on. */
function checkErrorInterrupting(node: FlowNode, report: Report): void {
  const isError = node.eventDefinitions.some(({ kind }) => kind?.eventType === BpmnEventType.ERROR);
  if (isError && !isInterruptingEvent(node)) {
    report(
      node.xml,
      'Non-Interrupting event of this type is not allowed. Set cancelActivity of the error boundary event to true.',
    );
  }
}
