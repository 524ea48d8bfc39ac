import { BpmnElementType } from '@waggle/protocol';
import type { Report } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { ElementKind } from './element-kind.ts';

export const exclusiveGatewayKind: ElementKind = {
  tag: 'bpmn:exclusiveGateway',
  elementType: BpmnElementType.EXCLUSIVE_GATEWAY,
  isConditional: true,
  loopRole: 'routes',
  rules: [{ id: 'default-flow-outgoing', check: checkDefaultFlow }],
};

/** For the inclusive gateway too. That every other flow has a condition is the flow's own rule. */
export function checkDefaultFlow(node: FlowNode, report: Report): void {
  const ref = node.xml.attributes.get('default');
  if (ref !== undefined && !node.outgoing.some((flow) => flow.id === ref)) {
    report(node.xml, `Default flow must start at gateway. '${ref}' is none of the flows that leave it.`);
  }
}
