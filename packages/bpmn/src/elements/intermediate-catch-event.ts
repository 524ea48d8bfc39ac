import { BpmnElementType } from '@waggle/protocol';
import type { ElementKind } from './element-kind.ts';

export const intermediateCatchEventKind: ElementKind = {
  tag: 'bpmn:intermediateCatchEvent',
  elementType: BpmnElementType.INTERMEDIATE_CATCH_EVENT,
  eventPlace: () => 'intermediate-catch',
  loopRole: 'waits',
  rules: [],
};
