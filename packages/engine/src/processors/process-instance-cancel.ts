import {
  BpmnElementType,
  NO_KEY,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { getInstance, terminateElement } from '../behavior/element-transitions.ts';
import { resolveIncidentsOf } from '../behavior/incidents.ts';
import { cancelJob } from '../behavior/jobs.ts';
import { terminated } from '../behavior/scope-termination.ts';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Asks for a whole instance to end. The client is answered at once; the elements end step by step. */
export const processInstanceCancel: Processor<ProcessInstanceValue> = (processing, command) => {
  const { key } = command;
  const instance = processing.state.elementInstances.get(key);
  if (
    instance === undefined ||
    instance.value.bpmnElementType !== BpmnElementType.PROCESS ||
    isStillTerminating(processing, instance)
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
  if (isTerminating(instance)) forceEnd(processing, instance);
  else terminateElement(processing, instance);
};

/** What waits for a cancel listener only may be canceled once more. */
function isStillTerminating(processing: Processing, instance: ElementInstance): boolean {
  return isTerminating(instance) && !isAtCancelListeners(processing, instance);
}

function isAtCancelListeners(processing: Processing, instance: ElementInstance): boolean {
  if (instance.childCount > 0) return false;
  const { executionListeners } = processing.models.elementOf(instance.value);
  return executionListeners.some(({ eventType }) => eventType === 'cancel');
}

/** Ends an instance without waiting for its cancel listeners. */
function forceEnd(processing: Processing, instance: ElementInstance): void {
  cancelJob(processing, instance);
  resolveIncidentsOf(processing, instance.key);
  terminated(processing, getInstance(processing, instance.key));
}
