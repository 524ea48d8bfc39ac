/** Tasks the engine has nothing to do for. */
import { BpmnElementType } from '@waggle/protocol';
import type { ElementKind } from './element-kind.ts';

export const manualTaskKind: ElementKind = passThroughTask('bpmn:manualTask', BpmnElementType.MANUAL_TASK);
export const undefinedTaskKind: ElementKind = passThroughTask('bpmn:task', BpmnElementType.TASK);

function passThroughTask(tag: string, elementType: BpmnElementType): ElementKind {
  return { tag, elementType, isActivity: true, loopRole: 'passes', rules: [] };
}
