import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { ElementKind } from './element-kind.ts';

export const endEventKind: ElementKind = {
  tag: 'bpmn:endEvent',
  elementType: BpmnElementType.END_EVENT,
  eventPlace: () => 'end',
  loopRole: 'routes',
  rules: [{ id: 'end-event-no-outgoing', check: checkNoOutgoing }],
};

function checkNoOutgoing(node: FlowNode, report: Report): void {
  if (node.outgoing.length > 0) {
    report(node.xml, 'End events must not have outgoing sequence flows to other elements.');
  }
}
