import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { activatableNodesOf, adHocRules, readAdHoc } from '../extensions/ad-hoc.ts';
import { readJob } from '../extensions/task-definition.ts';
import { adHocJoinRule } from '../rules/ad-hoc-joins.ts';
import type { ElementKind } from './element-kind.ts';
import { startEventsOf } from './process.ts';

export const adHocSubProcessKind: ElementKind = {
  tag: 'bpmn:adHocSubProcess',
  elementType: BpmnElementType.AD_HOC_SUB_PROCESS,
  isScope: true,
  isActivity: true,
  loopRole: 'waits',
  rules: [
    { id: 'ad-hoc-activity-required', check: checkActivities },
    { id: 'ad-hoc-no-start-event', check: checkNoStartEvent },
    { id: 'ad-hoc-no-end-event', check: checkNoEndEvent },
    adHocJoinRule,
    ...adHocRules,
  ],
  read: (node) => ({ adHoc: readAdHoc(node), job: readJob(node.xml) }),
};

function checkActivities(node: FlowNode, report: Report): void {
  if (activatableNodesOf(node).length === 0) {
    report(
      node.xml,
      'Must have at least one activity. It is one without incoming sequence flow that can be activated.',
    );
  }
}

function checkNoEndEvent(node: FlowNode, report: Report): void {
  for (const child of node.children) {
    if (child.kind.elementType === BpmnElementType.END_EVENT) {
      report(child.xml, `Must not contain an end event. A path in '${node.id}' ends where no flow leads on.`);
    }
  }
}

function checkNoStartEvent(node: FlowNode, report: Report): void {
  for (const start of startEventsOf(node)) {
    report(start.xml, `Must not contain a start event. The elements of '${node.id}' are activated one by one.`);
  }
}
