import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { readCalledDecision } from '../extensions/called-decision.ts';
import { extensionsNamed } from '../extensions/extensions-named.ts';
import { readJob } from '../extensions/task-definition.ts';
import type { ElementKind } from './element-kind.ts';

export const businessRuleTaskKind: ElementKind = {
  tag: 'bpmn:businessRuleTask',
  elementType: BpmnElementType.BUSINESS_RULE_TASK,
  isActivity: true,
  // A decision is evaluated at once, but its result can change what a condition sees, so a loop with one may well end.
  loopRole: 'waits',
  rules: [{ id: 'business-rule-task-implementation', check: checkImplementation }],
  read: (node) => ({ calledDecision: readCalledDecision(node.xml), job: readJob(node.xml) }),
};

function checkImplementation(node: FlowNode, report: Report): void {
  const jobs = extensionsNamed(node.xml, 'zeebe:taskDefinition').length;
  const decisions = extensionsNamed(node.xml, 'zeebe:calledDecision').length;
  if (jobs + decisions !== 1) {
    report(node.xml, "Must have either one 'zeebe:calledDecision' or one 'zeebe:taskDefinition' extension element");
  }
}
