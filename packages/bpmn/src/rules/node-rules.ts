import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import { compensationRules } from '../events/compensation-rules.ts';
import { eventRules } from '../events/event-rules.ts';
import { innerInstanceSuffix } from '../extensions/ad-hoc.ts';
import { agentDefinitionRules } from '../extensions/agent-definition.ts';
import { executionListenerPlaceRules } from '../extensions/execution-listeners.ts';
import { multiInstanceRules } from '../extensions/multi-instance.ts';
import { singleExtensionRules } from '../extensions/single-extensions.ts';
import { distinctTriggerRules } from './distinct-triggers.ts';
import type { Rule } from './rule.ts';
import { unsupportedFeatureRules } from './unsupported-features.ts';

/** What holds for processes and flow nodes of every kind; what holds for one kind lies with the kind. */
export const nodeRules: readonly Rule<FlowNode>[] = [
  { id: 'id-required', check: checkId },
  { id: 'id-reserved', check: checkReservedId },
  ...eventRules,
  ...distinctTriggerRules,
  ...singleExtensionRules,
  ...agentDefinitionRules,
  ...compensationRules,
  ...multiInstanceRules,
  ...executionListenerPlaceRules,
  ...unsupportedFeatureRules,
];

/** The engine's own elements would not be told apart from it. */
function checkReservedId({ id, xml }: FlowNode, report: Report): void {
  if (id.endsWith(innerInstanceSuffix)) {
    report(xml, `Expected an id that does not end in '${innerInstanceSuffix}', but it is '${id}'; choose another one.`);
  }
}

function checkId(node: FlowNode, report: Report): void {
  if (node.id === '') report(node.xml, 'Expected the element to have an id; set one.');
}
