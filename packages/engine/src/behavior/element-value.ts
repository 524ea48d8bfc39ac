import type { ExecutableElement } from '@waggle/bpmn';
import type { ProcessInstanceValue } from '@waggle/protocol';
import type { ElementInstance } from '../state/element-instance.ts';

/** Most elements have started by nothing but a command. */
const NOTHING_CONSUMED: readonly string[] = [];

/** The value of an element instance inside a scope. */
export function elementValue(
  element: ExecutableElement,
  scope: ElementInstance,
  consumedFlowIds: readonly string[] = NOTHING_CONSUMED,
): ProcessInstanceValue {
  return {
    bpmnProcessId: scope.value.bpmnProcessId,
    version: scope.value.version,
    processDefinitionKey: scope.value.processDefinitionKey,
    processInstanceKey: scope.value.processInstanceKey,
    elementId: element.id,
    flowScopeKey: scope.key,
    bpmnElementType: element.elementType,
    bpmnEventType: element.eventType,
    parentProcessInstanceKey: scope.value.parentProcessInstanceKey,
    parentElementInstanceKey: scope.value.parentElementInstanceKey,
    rootProcessInstanceKey: scope.value.rootProcessInstanceKey,
    tenantId: scope.value.tenantId,
    consumedFlowIds,
    loopCounter: 0,
  };
}
