import { ProcessInstanceIntent, type ProcessInstanceValue, RejectionType } from '@waggle/protocol';
import { beginActivation } from '../behavior/element-life.ts';
import { flowScopeProblem } from '../behavior/flow-scope-guard.ts';
import { isListenerRunning } from '../behavior/listeners/execution-listeners.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/**
 * Lets an element begin that is ACTIVATING: it was put in its place by hand, or its incident is resolved. One that has
 * ended meanwhile does not come back.
 */
export const processInstanceContinueActivatingElement: Processor<ProcessInstanceValue> = (processing, command) => {
  const instance = processing.state.elementInstances.get(command.key);
  if (instance === undefined) {
    const reason = `Expected element instance with key '${command.key}' to be present in state but not found.`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const element = processing.models.elementOf(instance.value);
  const problem = stateProblem(processing, instance) ?? flowScopeProblem(processing, element, instance.value);
  if (problem !== undefined) return processing.write.reject(RejectionType.INVALID_STATE, problem);
  beginActivation(processing, element, instance);
};

function stateProblem(processing: Processing, instance: ElementInstance): string | undefined {
  if (instance.state !== ProcessInstanceIntent.ELEMENT_ACTIVATING) {
    return `Expected element instance with key '${instance.key}' to be activating, but it is further on`;
  }
  if (isListenerRunning(processing, instance)) {
    return `Expected element instance with key '${instance.key}' to wait for nothing, but one of its listeners runs.`;
  }
  return undefined;
}
