import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { ElementKind } from './element-kind.ts';
import { startEventsOf } from './process.ts';

export const subProcessKind: ElementKind = {
  tag: 'bpmn:subProcess',
  elementType: BpmnElementType.SUB_PROCESS,
  isScope: true,
  isActivity: true,
  loopRole: 'routes',
  // That the start event has no definition is checked at the event.
  rules: [{ id: 'sub-process-one-start-event', check: checkOneStartEvent }],
};

function checkOneStartEvent(node: FlowNode, report: Report): void {
  if (startEventsOf(node).length !== 1) report(node.xml, 'Must have exactly one start event');
}
