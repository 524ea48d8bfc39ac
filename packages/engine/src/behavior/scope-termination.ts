/** Ends what lives in a scope, and lets the scope go on once nothing is left. */
import {
  CompensationSubscriptionIntent,
  type Key,
  NO_KEY,
  ProcessInstanceBatchIntent,
  ProcessInstanceIntent,
  ValueType,
} from '@waggle/protocol';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import { deleteWithdrawnProcess } from '../resources/withdrawn-process.ts';
import { type ElementInstance, isActivated, isTerminating } from '../state/element-instance.ts';
import { compensationHandlerEnded } from './compensation/compensation.ts';
import { dropCompensations } from './compensation/compensation-subscriptions.ts';
import { completeElement, getInstance, terminateElement } from './element-transitions.ts';
import { raiseElementIncident } from './incidents.ts';
import { recheckJoinsOf } from './inclusive-join.ts';
import { isListenerRunning, runNextListener } from './listeners/execution-listeners.ts';
import { startNextBufferedMessage } from './messages/message-start.ts';
import { isLastElement } from './process-instances/runtime-instructions.ts';
import { activateEventSubProcess } from './triggers/event-sub-process-activation.ts';
import { consumeTrigger, findTrigger } from './triggers/event-trigger-store.ts';
import { activateTriggeredEvent } from './triggers/triggered-event-activation.ts';

/** Asks the children of a scope to terminate, a chunk at a time. */
export function terminateChildren(processing: Processing, scope: ElementInstance, afterKey: Key = NO_KEY): void {
  const { state, write, limits } = processing;
  const chunk: ElementInstance[] = [];
  let lastKey = afterKey;
  let isMoreLeft = false;
  state.elementChildren.forEach(
    scope.key,
    (key) => {
      if (chunk.length >= limits.terminateChunkMax) {
        isMoreLeft = true;
        return false;
      }
      const child = state.elementInstances.get(key);
      if (child !== undefined && !isTerminating(child)) chunk.push(child);
      lastKey = key;
      return true;
    },
    afterKey === NO_KEY ? undefined : afterKey,
  );
  for (const child of chunk) terminateElement(processing, child);
  if (!isMoreLeft) return;
  write.followUp(ValueType.PROCESS_INSTANCE_BATCH, ProcessInstanceBatchIntent.TERMINATE, processing.keys.next(), {
    processInstanceKey: scope.value.processInstanceKey,
    batchElementInstanceKey: scope.key,
    afterKey: lastKey,
    index: 0,
  });
}

/**
 * Nothing is left that a terminating element must wait for: its cancel listeners run, then it ends. Listeners cannot keep it
 * from ending.
 */
export function endTermination(processing: Processing, instance: ElementInstance): void {
  const element = processing.models.elementOf(instance.value);
  if (element.executionListeners.length > 0) {
    if (isListenerRunning(processing, instance)) return;
    const outcome = runNextListener(processing, element, instance, 'cancel');
    if (outcome === 'waits') return;
    if (outcome instanceof Failure) {
      raiseElementIncident(processing, instance, outcome);
      return;
    }
  }
  terminated(processing, instance);
}

/** Ends a terminating element instance and lets what waited for its end go on. */
export function terminated(processing: Processing, instance: ElementInstance): void {
  const { value } = instance;
  const element = processing.models.elementOf(value);
  const boundaryEvents = element.boundaryEvents.filter(({ isInterrupting }) => isInterrupting);
  const trigger = findTrigger(processing, instance.key, (id) => boundaryEvents.some((event) => event.id === id));
  const lock = processing.state.instanceCorrelationKeys.get(instance.key);
  dropCompensations(processing, instance.key);
  processing.write.event(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_TERMINATED, instance.key, value);
  if (element.isForCompensation) {
    compensationHandlerEnded(processing, instance.key, CompensationSubscriptionIntent.DELETED);
  }
  if (value.flowScopeKey === NO_KEY) {
    continueCaller(processing, value.parentElementInstanceKey);
    deleteWithdrawnProcess(processing, value.processDefinitionKey);
    if (lock !== undefined) startNextBufferedMessage(processing, lock, value);
    return;
  }
  const isLast = isLastElement(processing, instance);
  const scope = getInstance(processing, value.flowScopeKey);
  const boundaryEvent = isLast ? undefined : boundaryEvents.find(({ id }) => id === trigger?.targetElementId);
  if (trigger !== undefined && boundaryEvent !== undefined && isActivated(scope) && scope.interruptedBy === '') {
    consumeTrigger(processing, instance, trigger);
    activateTriggeredEvent(processing, boundaryEvent, scope, trigger.variables);
    recheckJoinsOf(processing, instance);
    return;
  }
  childTerminated(processing, scope, instance);
}

/** A child of the scope is gone without a successor: goes on when it was the last. */
function childTerminated(processing: Processing, scope: ElementInstance, child: ElementInstance): void {
  if (isActivated(scope) && scope.interruptedBy === '') {
    const element = processing.models.elementOf(scope.value);
    const { childTerminated } = processing.elementProcessor(element.elementType);
    if (childTerminated !== undefined) childTerminated(processing, element, scope, child);
    else if (scope.childCount === 0 && scope.activeFlowCount === 0) {
      // Taken out while something else in the scope was still to end by itself, and has: the scope is done. Had nothing else
      // been left, the whole scope would have been taken out.
      if (child.isTakenOut === true) completeElement(processing, scope);
      else terminateElement(processing, scope);
    }
    recheckJoinsOf(processing, child);
    return;
  }
  if (scope.childCount > 0) return;
  if (isTerminating(scope)) endTermination(processing, scope);
  else if (isActivated(scope)) resumeInterruptedScope(processing, scope);
}

/** Nothing is left in a scope that one element ended: that element takes over. */
function resumeInterruptedScope(processing: Processing, scope: ElementInstance): void {
  const interrupter = processing.models.element(scope.value.processDefinitionKey, scope.interruptedBy);
  const trigger = findTrigger(processing, scope.key, (id) => id === interrupter.id);
  if (trigger === undefined) completeElement(processing, scope);
  else activateEventSubProcess(processing, scope, interrupter, trigger);
}

/** A called instance is gone: its call activity, if it is terminating itself, can end now. */
function continueCaller(processing: Processing, callerKey: Key): void {
  const caller = callerKey === NO_KEY ? undefined : processing.state.elementInstances.get(callerKey);
  if (caller === undefined || !isTerminating(caller)) return;
  // As a command of its own, so that deep call hierarchies unwind step by step and not on the stack.
  processing.write.followUp(
    ValueType.PROCESS_INSTANCE,
    ProcessInstanceIntent.CONTINUE_TERMINATING_ELEMENT,
    caller.key,
    caller.value,
  );
}
