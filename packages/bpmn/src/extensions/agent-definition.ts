/** Marks an element as the work of an AI agent. It runs like any other; only where the marker may stand is checked. */
import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { Rule } from '../rules/rule.ts';
import { extensionsNamed } from './extensions-named.ts';

const placeOfType: Readonly<Record<string, { readonly elementType: BpmnElementType; readonly name: string }>> = {
  aiAgentSubProcess: { elementType: BpmnElementType.AD_HOC_SUB_PROCESS, name: 'an ad-hoc sub-process' },
  aiAgentTask: { elementType: BpmnElementType.SERVICE_TASK, name: 'a service task' },
  external: { elementType: BpmnElementType.SERVICE_TASK, name: 'a service task' },
};

export const agentDefinitionRules: readonly Rule<FlowNode>[] = [{ id: 'agent-type-place', check: checkAgentType }];

function checkAgentType(node: FlowNode, report: Report): void {
  for (const agent of extensionsNamed(node.xml, 'zeebe:agentDefinition')) {
    const agentType = agent.attributes.get('agentType') ?? '';
    const place = Object.hasOwn(placeOfType, agentType) ? placeOfType[agentType] : undefined;
    if (place === undefined) {
      const types = Object.keys(placeOfType).join(', ');
      report(agent, `Expected agentType to be one of ${types}, but it is '${agentType}'.`);
    } else if (node.kind.elementType !== place.elementType) {
      report(agent, `agentType '${agentType}' is only allowed on ${place.name}.`);
    }
  }
}
