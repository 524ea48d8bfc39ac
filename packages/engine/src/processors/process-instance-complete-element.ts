import type { ExecutableElement } from '@waggle/bpmn';
import { ProcessInstanceIntent, type ProcessInstanceValue, RejectionType } from '@waggle/protocol';
import { beginCompletion } from '../behavior/element-life.ts';
import { completing } from '../behavior/element-transitions.ts';
import { flowScopeProblem } from '../behavior/flow-scope-guard.ts';
import { isListenerRunning } from '../behavior/listeners/execution-listeners.ts';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isActivated } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Lets an element that has what it waited for go on, or tries again after an incident. */
export const processInstanceCompleteElement: Processor<ProcessInstanceValue> = (processing, command) => {
  const instance = processing.state.elementInstances.get(command.key);
  if (instance === undefined) {
    processing.write.reject(
      RejectionType.INVALID_STATE,
      `Expected element instance with key '${command.key}' to be present in state but not found.`,
    );
    return;
  }
  const element = processing.models.elementOf(instance.value);
  const problem = guard(processing, element, instance);
  if (problem !== undefined) {
    processing.write.reject(RejectionType.INVALID_STATE, problem);
    return;
  }
  const leaving = isActivated(instance) ? completing(processing, instance) : instance;
  beginCompletion(processing, element, leaving);
};

function guard(processing: Processing, element: ExecutableElement, instance: ElementInstance): string | undefined {
  if (!isActivated(instance) && instance.state !== ProcessInstanceIntent.ELEMENT_COMPLETING) {
    return `Expected element instance with key '${instance.key}' to be active or completing, but it is in another state.`;
  }
  if (instance.childCount > 0 || instance.activeFlowCount > 0) {
    return `Expected element instance with key '${instance.key}' to have no active children, but it has.`;
  }
  // Asked twice: the listener that runs lets it go on.
  if (!isActivated(instance) && isListenerRunning(processing, instance)) {
    return `Expected element instance with key '${instance.key}' to wait for nothing, but one of its listeners runs.`;
  }
  return flowScopeProblem(processing, element, instance.value);
}
