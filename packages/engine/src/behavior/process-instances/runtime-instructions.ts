import { BpmnElementType, ProcessInstanceIntent, RuntimeInstructionIntent, ValueType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { type ElementInstance, isTerminating } from '../../state/element-instance.ts';

/**
 * Follows what was asked for at the instance's creation, once an element has ended.
 * @returns whether the whole instance is ended now, so that nothing behind the element need start.
 */
export function isLastElement(processing: Processing, { value }: ElementInstance): boolean {
  const { state, write } = processing;
  const { processInstanceKey, elementId, tenantId } = value;
  if (!state.terminateAfter.get(processInstanceKey)?.includes(elementId)) return false;
  // Of a multi-instance activity the body counts, which has the same id.
  const scope = state.elementInstances.get(value.flowScopeKey);
  if (scope?.value.bpmnElementType === BpmnElementType.MULTI_INSTANCE_BODY) return false;
  const root = state.elementInstances.get(processInstanceKey);
  if (root === undefined || isTerminating(root)) return false;
  write.event(ValueType.RUNTIME_INSTRUCTION, RuntimeInstructionIntent.INTERRUPTED, processInstanceKey, {
    processInstanceKey,
    elementId,
    tenantId,
  });
  write.followUp(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.TERMINATE_ELEMENT, root.key, root.value);
  return true;
}
