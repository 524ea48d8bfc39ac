import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { readCalledElement } from '../extensions/called-element.ts';
import { extensionsNamed } from '../extensions/extensions-named.ts';
import type { ElementKind } from './element-kind.ts';

export const callActivityKind: ElementKind = {
  tag: 'bpmn:callActivity',
  elementType: BpmnElementType.CALL_ACTIVITY,
  isActivity: true,
  loopRole: 'passes',
  rules: [{ id: 'called-element-required', check: checkCalledElement }],
  read: (node) => ({ calledElement: readCalledElement(node.xml) }),
};

function checkCalledElement(node: FlowNode, report: Report): void {
  if (extensionsNamed(node.xml, 'zeebe:calledElement').length !== 1) {
    report(node.xml, "Must have exactly one 'zeebe:calledElement' extension element. It names the process to call.");
  }
}
