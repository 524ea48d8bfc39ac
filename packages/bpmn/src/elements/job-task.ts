/** Tasks a job worker does; they behave alike and differ in their symbol only. */
import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { extensionsNamed } from '../extensions/extensions-named.ts';
import { readJob } from '../extensions/task-definition.ts';
import type { ElementKind } from './element-kind.ts';

export const serviceTaskKind: ElementKind = jobTask('bpmn:serviceTask', BpmnElementType.SERVICE_TASK);
export const sendTaskKind: ElementKind = jobTask('bpmn:sendTask', BpmnElementType.SEND_TASK);

function jobTask(tag: string, elementType: BpmnElementType): ElementKind {
  return {
    tag,
    elementType,
    isActivity: true,
    loopRole: 'waits',
    rules: [{ id: 'task-definition-required', check: checkTaskDefinition }],
    read: (node) => ({ job: readJob(node.xml) }),
  };
}

function checkTaskDefinition(node: FlowNode, report: Report): void {
  if (extensionsNamed(node.xml, 'zeebe:taskDefinition').length !== 1) {
    report(node.xml, "Must have exactly one 'zeebe:taskDefinition' extension element. It names the job type.");
  }
}
