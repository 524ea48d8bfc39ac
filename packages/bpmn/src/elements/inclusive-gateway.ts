import { BpmnElementType } from '@waggle/protocol';
import type { ElementKind } from './element-kind.ts';
import { checkDefaultFlow } from './exclusive-gateway.ts';

export const inclusiveGatewayKind: ElementKind = {
  tag: 'bpmn:inclusiveGateway',
  elementType: BpmnElementType.INCLUSIVE_GATEWAY,
  isConditional: true,
  loopRole: 'routes',
  rules: [{ id: 'default-flow-outgoing', check: checkDefaultFlow }],
};
