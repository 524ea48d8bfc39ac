import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';

/** Written twice, by hand or by a merge, one of them would be ignored and nobody could say which. */
const singleExtensions: readonly string[] = [
  'zeebe:adHoc',
  'zeebe:agentDefinition',
  'zeebe:assignmentDefinition',
  'zeebe:calledDecision',
  'zeebe:executionListeners',
  'zeebe:formDefinition',
  'zeebe:ioMapping',
  'zeebe:jobPriorityDefinition',
  'zeebe:linkedResources',
  'zeebe:priorityDefinition',
  'zeebe:properties',
  'zeebe:taskHeaders',
  'zeebe:taskListeners',
  'zeebe:taskSchedule',
  'zeebe:userTask',
  'zeebe:versionTag',
];

export const singleExtensionRules: readonly Rule<FlowNode>[] = [{ id: 'extension-single', check: checkSingle }];

function checkSingle(node: FlowNode, report: Report): void {
  for (const name of singleExtensions) {
    if (extensionsNamed(node.xml, name).length > 1) {
      report(node.xml, `Must have exactly one '${name}' extension element when exists. Retain one of them.`);
    }
  }
}
