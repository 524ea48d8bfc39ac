/** The steps of an element's life, as events. Each is called at its place in the straight chain of an element's step. */
import type { ExecutableElement, ExecutableSequenceFlow } from '@waggle/bpmn';
import {
  BpmnElementType,
  BpmnEventType,
  type Key,
  NO_KEY,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  ValueType,
} from '@waggle/protocol';
import type { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import { type ElementInstance, isActivated } from '../state/element-instance.ts';
import { recordCompensation } from './compensation/compensation-subscriptions.ts';
import { elementValue } from './element-value.ts';
import { resolveIncidentsOf } from './incidents.ts';
import { recheckJoins, recheckJoinsOf } from './inclusive-join.ts';
import { isLastElement } from './process-instances/runtime-instructions.ts';

export { elementValue } from './element-value.ts';

export function activating(processing: Processing, key: Key, value: ProcessInstanceValue): ElementInstance {
  processing.write.event(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATING, key, value);
  return getInstance(processing, key);
}

export function activated(processing: Processing, instance: ElementInstance): ElementInstance {
  return transition(processing, instance, ProcessInstanceIntent.ELEMENT_ACTIVATED);
}

export function completing(processing: Processing, instance: ElementInstance): ElementInstance {
  return transition(processing, instance, ProcessInstanceIntent.ELEMENT_COMPLETING);
}

export function terminating(processing: Processing, instance: ElementInstance): ElementInstance {
  return transition(processing, instance, ProcessInstanceIntent.ELEMENT_TERMINATING);
}

/** ACTIVATED and at once COMPLETING: for elements that wait for nothing. */
export function passThrough(processing: Processing, instance: ElementInstance): ElementInstance {
  return completing(processing, activated(processing, instance));
}

/** The element is done: tokens go on over the given flows; without any, its path ends here. */
export function completed(
  processing: Processing,
  instance: ElementInstance,
  flows: readonly ExecutableSequenceFlow[],
): Failure | undefined {
  const { flowScopeKey } = instance.value;
  if (flows.length === 0 && flowScopeKey !== NO_KEY) return endPath(processing, instance, flowScopeKey);
  if (writeCompleted(processing, instance) === 'interrupted') return undefined;
  const scope = processing.state.elementInstances.get(flowScopeKey);
  if (scope === undefined) return undefined;
  for (const flow of flows) takeSequenceFlow(processing, scope, flow);
  const [first] = flows;
  if (first !== undefined) recheckJoins(processing, first.source, flowScopeKey, flows);
  return undefined;
}

/** The last element of a path completes: its scope decides what that means. */
function endPath(processing: Processing, instance: ElementInstance, scopeKey: Key): Failure | undefined {
  const scope = getInstance(processing, scopeKey);
  const element = processing.models.elementOf(scope.value);
  const container = processing.elementProcessor(element.elementType);
  const failure = container.beforePathCompletes?.(processing, element, scope, instance);
  if (failure !== undefined) return failure;
  if (writeCompleted(processing, instance) === 'interrupted') return undefined;
  if (container.pathCompleted === undefined) completeScopeIfDone(processing, scopeKey);
  else container.pathCompleted(processing, element, getInstance(processing, scopeKey), instance);
  recheckJoinsOf(processing, instance);
  return undefined;
}

/** @returns `interrupted` when nothing behind the element need start, since the whole instance ends now. */
export function writeCompleted(processing: Processing, instance: ElementInstance): 'goes on' | 'interrupted' {
  const { key, value } = instance;
  // One may be left that did not stop the element itself, such as that of a cycle that could not be armed again.
  resolveIncidentsOf(processing, key);
  recordCompensation(processing, instance);
  processing.write.event(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_COMPLETED, key, value);
  return isLastElement(processing, instance) ? 'interrupted' : 'goes on';
}

/** Asks for an element to start in a scope. @returns the key its instance will have. */
export function activateElement(processing: Processing, element: ExecutableElement, scope: ElementInstance): Key {
  const key = processing.keys.next();
  processing.write.followUp(
    ValueType.PROCESS_INSTANCE,
    ProcessInstanceIntent.ACTIVATE_ELEMENT,
    key,
    elementValue(element, scope),
  );
  return key;
}

/** Lets an element begin that has been put in its place already, or has stopped before it began. */
export function continueActivating(processing: Processing, { key, value }: ElementInstance): void {
  const { CONTINUE_ACTIVATING_ELEMENT } = ProcessInstanceIntent;
  processing.write.followUp(ValueType.PROCESS_INSTANCE, CONTINUE_ACTIVATING_ELEMENT, key, value);
}

export function completeElement(processing: Processing, instance: ElementInstance): void {
  const { key, value } = instance;
  processing.write.followUp(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.COMPLETE_ELEMENT, key, value);
}

export function terminateElement(processing: Processing, instance: ElementInstance): void {
  const { key, value } = instance;
  processing.write.followUp(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.TERMINATE_ELEMENT, key, value);
}

/** Ends a scope whose last path just ended. */
export function completeScopeIfDone(processing: Processing, scopeKey: Key): void {
  if (scopeKey === NO_KEY) return;
  const scope = processing.state.elementInstances.get(scopeKey);
  if (scope === undefined || !isActivated(scope)) return;
  if (scope.childCount === 0 && scope.activeFlowCount === 0) completeElement(processing, scope);
}

export function getInstance(processing: Processing, key: Key): ElementInstance {
  const instance = processing.state.elementInstances.get(key);
  if (instance === undefined) throw new Error(`Expected an element instance with key ${key}, but there is none`);
  return instance;
}

function takeSequenceFlow(processing: Processing, scope: ElementInstance, flow: ExecutableSequenceFlow): void {
  const target = elementValue(flow.target, scope, [flow.id]);
  processing.write.event(
    ValueType.PROCESS_INSTANCE,
    ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN,
    processing.keys.next(),
    {
      ...target,
      elementId: flow.id,
      bpmnElementType: BpmnElementType.SEQUENCE_FLOW,
      bpmnEventType: BpmnEventType.UNSPECIFIED,
      consumedFlowIds: [],
    },
  );
  processing.write.followUp(
    ValueType.PROCESS_INSTANCE,
    ProcessInstanceIntent.ACTIVATE_ELEMENT,
    processing.keys.next(),
    target,
  );
}

function transition(
  processing: Processing,
  instance: ElementInstance,
  intent:
    | typeof ProcessInstanceIntent.ELEMENT_ACTIVATED
    | typeof ProcessInstanceIntent.ELEMENT_COMPLETING
    | typeof ProcessInstanceIntent.ELEMENT_TERMINATING,
): ElementInstance {
  processing.write.event(ValueType.PROCESS_INSTANCE, intent, instance.key, instance.value);
  return getInstance(processing, instance.key);
}
