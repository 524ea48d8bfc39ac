import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { extensionsNamed } from '../extensions/extensions-named.ts';
import { readScript } from '../extensions/script.ts';
import { readJob } from '../extensions/task-definition.ts';
import type { ElementKind } from './element-kind.ts';

export const scriptTaskKind: ElementKind = {
  tag: 'bpmn:scriptTask',
  elementType: BpmnElementType.SCRIPT_TASK,
  isActivity: true,
  // A script goes on at once, but it can change what a condition sees, so a loop with one may well end.
  loopRole: 'waits',
  rules: [{ id: 'script-task-implementation', check: checkImplementation }],
  read: (node) => ({ script: readScript(node.xml), job: readJob(node.xml) }),
};

function checkImplementation(node: FlowNode, report: Report): void {
  const scripts = extensionsNamed(node.xml, 'zeebe:script').length;
  const jobs = extensionsNamed(node.xml, 'zeebe:taskDefinition').length;
  if (scripts + jobs !== 1) {
    report(node.xml, "Must have either one 'zeebe:script' or one 'zeebe:taskDefinition' extension element");
  }
}
