import { BpmnElementType } from '@waggle/protocol';
import type { ElementKind } from './element-kind.ts';

export const parallelGatewayKind: ElementKind = {
  tag: 'bpmn:parallelGateway',
  elementType: BpmnElementType.PARALLEL_GATEWAY,
  loopRole: 'routes',
  rules: [],
};
