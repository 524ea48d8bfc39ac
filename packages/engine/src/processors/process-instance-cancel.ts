import {
  BpmnElementType,
  NO_KEY,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { terminateElement } from '../behavior/element-transitions.ts';
import { endByForce, instancesAtCancelListeners } from '../behavior/forced-termination.ts';
import { isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/**
 * Asks for a whole instance to end. The client is answered at once; the elements end step by step. Asked again, it ends
 * without what still waits for cancel listeners.
 */
export const processInstanceCancel: Processor<ProcessInstanceValue> = (processing, command) => {
  const { key } = command;
  const instance = processing.state.elementInstances.get(key);
  const isRepeated = instance !== undefined && isTerminating(instance);
  const waiting = isRepeated ? instancesAtCancelListeners(processing, instance) : [];
  if (
    instance === undefined ||
    instance.value.bpmnElementType !== BpmnElementType.PROCESS ||
    (isRepeated && waiting.length === 0)
  ) {
    processing.write.reject(
      RejectionType.NOT_FOUND,
      `Expected to cancel a process instance with key '${key}', but no such process was found`,
    );
    return;
  }
  if (instance.value.parentProcessInstanceKey !== NO_KEY) {
    processing.write.reject(
      RejectionType.INVALID_STATE,
      `Expected to cancel a process instance with key '${key}', but it is created by a parent process instance. Cancel the root process instance '${instance.value.rootProcessInstanceKey}' instead.`,
    );
    return;
  }
  const { CANCELING } = ProcessInstanceIntent;
  processing.write.respond(processing.write.event(ValueType.PROCESS_INSTANCE, CANCELING, key, instance.value));
  if (!isRepeated) terminateElement(processing, instance);
  for (const each of waiting) endByForce(processing, each);
};
