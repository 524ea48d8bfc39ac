import { NO_KEY, ProcessInstanceIntent, type ProcessInstanceValue, RejectionType } from '@waggle/protocol';
import { continueActivation, continueCompletion } from '../behavior/element-life.ts';
import { flowScopeProblem } from '../behavior/flow-scope-guard.ts';
import { isListenerRunning } from '../behavior/listeners/execution-listeners.ts';
import { endTermination } from '../behavior/scope-termination.ts';
import { consumeTrigger, findTrigger } from '../behavior/triggers/event-trigger-store.ts';
import { payloadOf } from '../behavior/variables/payload.ts';
import { setLocalVariables } from '../behavior/variables/set-variables.ts';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isActivated, isTerminating } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** A listener has run: its variables are set, then the next one follows, or the element goes on. */
export const processInstanceCompleteExecutionListener: Processor<ProcessInstanceValue> = (processing, command) => {
  const instance = processing.state.elementInstances.get(command.key);
  if (instance === undefined || isActivated(instance) || isListenerRunning(processing, instance)) {
    processing.write.reject(
      RejectionType.INVALID_STATE,
      `Expected element instance with key '${command.key}' to wait for a listener that has run, but it ${instance === undefined ? 'is gone' : 'does not'}.`,
    );
    return;
  }
  const element = processing.models.elementOf(instance.value);
  const problem = isTerminating(instance) ? undefined : flowScopeProblem(processing, element, instance.value);
  if (problem !== undefined) {
    processing.write.reject(RejectionType.INVALID_STATE, problem);
    return;
  }
  takeVariables(processing, instance);
  const { ELEMENT_ACTIVATING, ELEMENT_COMPLETING } = ProcessInstanceIntent;
  if (instance.state === ELEMENT_ACTIVATING) continueActivation(processing, element, instance);
  else if (instance.state === ELEMENT_COMPLETING) continueCompletion(processing, element, instance);
  else endTermination(processing, instance);
};

/** At its end an element hands a listener's variables to its scope; otherwise, and for a whole process, they are its own. */
function takeVariables(processing: Processing, instance: ElementInstance): void {
  const { key, value } = instance;
  const trigger = findTrigger(processing, key, (elementId) => elementId === value.elementId);
  if (trigger === undefined) return;
  const isAtEnd = instance.state === ProcessInstanceIntent.ELEMENT_COMPLETING && value.flowScopeKey !== NO_KEY;
  setLocalVariables(processing, isAtEnd ? value.flowScopeKey : key, value, payloadOf(trigger.variables));
  consumeTrigger(processing, instance, trigger);
}
