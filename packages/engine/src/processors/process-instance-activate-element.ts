import type { ExecutableElement } from '@waggle/bpmn';
import { NO_KEY, ProcessInstanceIntent, type ProcessInstanceValue, RejectionType } from '@waggle/protocol';
import { beginActivation } from '../behavior/element-life.ts';
import { activating, terminating } from '../behavior/element-transitions.ts';
import { isListenerRunning } from '../behavior/execution-listeners.ts';
import { isInterrupter } from '../behavior/interrupter.ts';
import { terminated } from '../behavior/scope-termination.ts';
import { elementProcessor } from '../elements/element-table.ts';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isActivated } from '../state/element-instance.ts';
import type { Processor } from './processor.ts';

/** Starts an element in its scope, or starts it again after an incident. */
export const processInstanceActivateElement: Processor<ProcessInstanceValue> = (processing, command) => {
  const { value } = command;
  const element = processing.models.elementOf(value);
  const processor = elementProcessor(element.elementType);
  const present = command.key === NO_KEY ? undefined : processing.state.elementInstances.get(command.key);
  if (present === undefined && hasCallerLeft(processing, value)) {
    // It ends before it began, so that the variables it was given end with it.
    terminated(processing, terminating(processing, activating(processing, command.key, value)));
    return;
  }
  const problem = guard(processing, element, value, present);
  if (problem !== undefined) {
    processing.write.reject(RejectionType.INVALID_STATE, problem);
    return;
  }
  const consumedFlowIds =
    value.consumedFlowIds.length > 0 ? processor.consumes?.(element, processing, value.flowScopeKey) : undefined;
  const instance =
    present ??
    activating(
      processing,
      command.key === NO_KEY ? processing.keys.next() : command.key,
      consumedFlowIds === undefined ? value : { ...value, consumedFlowIds },
    );
  notifyScope(processing, instance);
  beginActivation(processing, element, instance);
};

function notifyScope(processing: Processing, child: ElementInstance): void {
  const scope = processing.state.elementInstances.get(child.value.flowScopeKey);
  if (scope === undefined) return;
  elementProcessor(scope.value.bpmnElementType).childActivating?.(processing, scope, child);
}

function guard(
  processing: Processing,
  element: ExecutableElement,
  value: ProcessInstanceValue,
  present: ElementInstance | undefined,
): string | undefined {
  if (present !== undefined && present.state !== ProcessInstanceIntent.ELEMENT_ACTIVATING) {
    return `Expected element instance with key '${present.key}' to be activating, but it is further on`;
  }
  if (present !== undefined && isListenerRunning(processing, present)) {
    return `Expected element instance with key '${present.key}' to wait for nothing, but one of its listeners runs.`;
  }
  if (value.flowScopeKey === NO_KEY) return undefined;
  const scope = processing.state.elementInstances.get(value.flowScopeKey);
  if (scope === undefined) {
    return `Expected flow scope instance with key '${value.flowScopeKey}' to be present in state but not found.`;
  }
  if (!isActivated(scope)) {
    return `Expected flow scope instance with key '${scope.key}' to be in state 'ELEMENT_ACTIVATED', but it is leaving.`;
  }
  if (scope.interruptedBy !== '' && !isInterrupter(element, scope.interruptedBy)) {
    return `Expected flow scope instance with key '${scope.key}' to be not interrupted but was interrupted by an event with id '${scope.interruptedBy}'.`;
  }
  if (present !== undefined) return undefined;
  // Started without a token, at the will of whoever created the instance: there is nothing to wait for.
  if (value.consumedFlowIds.length === 0) return undefined;
  return elementProcessor(element.elementType).guard?.(processing, element, scope);
}

/** A called instance only starts while its call activity still waits for it. */
function hasCallerLeft(
  processing: Processing,
  { flowScopeKey, parentElementInstanceKey }: ProcessInstanceValue,
): boolean {
  if (flowScopeKey !== NO_KEY || parentElementInstanceKey === NO_KEY) return false;
  const caller = processing.state.elementInstances.get(parentElementInstanceKey);
  return caller === undefined || !isActivated(caller);
}
