import { BpmnElementType } from '@waggle/protocol';
import type { ElementKind } from './element-kind.ts';

export const intermediateThrowEventKind: ElementKind = {
  tag: 'bpmn:intermediateThrowEvent',
  elementType: BpmnElementType.INTERMEDIATE_THROW_EVENT,
  eventPlace: () => 'intermediate-throw',
  loopRole: 'passes',
  rules: [],
};
