/** Carries a trigger (timer, message, error) to the element that catches it. */
import type { ExecutableElement } from '@waggle/bpmn';
import { BpmnElementType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { type ElementInstance, isActivated } from '../../state/element-instance.ts';
import { completeElement, getInstance, terminateElement } from '../element-transitions.ts';
import { isInterrupter } from '../interrupter.ts';
import { cancelJob } from '../jobs/jobs.ts';
import { terminateChildren } from '../scope-termination.ts';
import { isSuspended } from '../suspension/suspended-instances.ts';
import { activateEventSubProcess } from './event-sub-process-activation.ts';
import { closeSubscriptions } from './event-subscriptions.ts';
import { consumeTrigger, type PendingTrigger, storeTrigger } from './event-trigger-store.ts';
import { activateTriggeredEvent } from './triggered-event-activation.ts';

/**
 * Lets an event happen at an instance that waits for it.
 * @param catchElement the instance's own element, a boundary event on it, an event behind its gateway, or the start
 * event of an event sub-process in it.
 * @param variables JSON object text.
 */
export function triggerEvent(
  processing: Processing,
  instance: ElementInstance,
  catchElement: ExecutableElement,
  variables: string,
): void {
  if (catchElement.elementType === BpmnElementType.BOUNDARY_EVENT) {
    triggerBoundaryEvent(processing, instance, catchElement, variables);
  } else if (catchElement.elementType === BpmnElementType.START_EVENT) {
    triggerEventSubProcess(processing, instance, catchElement, variables);
  } else {
    storeTrigger(processing, instance, catchElement.id, variables);
    completeElement(processing, instance);
  }
}

function triggerBoundaryEvent(
  processing: Processing,
  host: ElementInstance,
  boundaryEvent: ExecutableElement,
  variables: string,
): void {
  const key = storeTrigger(processing, host, boundaryEvent.id, variables);
  if (boundaryEvent.isInterrupting) {
    terminateElement(processing, host);
    return;
  }
  consumeTrigger(processing, host, { key, targetElementId: boundaryEvent.id, variables });
  activateTriggeredEvent(processing, boundaryEvent, getInstance(processing, host.value.flowScopeKey), variables);
}

function triggerEventSubProcess(
  processing: Processing,
  scope: ElementInstance,
  startEvent: ExecutableElement,
  variables: string,
): void {
  const interruptsScope = startEvent.isInterrupting;
  const key = storeTrigger(processing, scope, startEvent.id, variables, { interruptsScope });
  const trigger: PendingTrigger = { key, targetElementId: startEvent.id, variables };
  if (interruptsScope) {
    // The scope's own boundary events stay open; only its event sub-processes compete with each other.
    closeSubscriptions(processing, scope.key, (elementId) => isStartOfEventSubProcess(processing, scope, elementId));
    // A worker that leads what is interrupted has no more to say.
    cancelJob(processing, scope);
    terminateChildren(processing, scope);
    if (getInstance(processing, scope.key).childCount > 0) return;
  }
  activateEventSubProcess(processing, getInstance(processing, scope.key), startEvent, trigger);
}

function isStartOfEventSubProcess(processing: Processing, scope: ElementInstance, elementId: string): boolean {
  const element = processing.models.element(scope.value.processDefinitionKey, elementId);
  return element.elementType === BpmnElementType.START_EVENT;
}

/** Whether an instance still reacts to an event of its own, on its boundary or in it. */
export function acceptsEvent(
  processing: Processing,
  instance: ElementInstance,
  catchElement: ExecutableElement,
): boolean {
  // Messages go to others meanwhile, and signals are missed.
  if (isSuspended(processing, instance.value.processInstanceKey)) return false;
  return canCatch(processing, instance, catchElement);
}

/** As acceptsEvent, for what is thrown inside: that reaches a suspended caller too, which goes on with it when it is resumed. */
export function canCatch(processing: Processing, instance: ElementInstance, catchElement: ExecutableElement): boolean {
  if (!isActivated(instance)) return false;
  // What interrupted a scope keeps its other event sub-processes from starting; its boundary events still end it.
  if (instance.interruptedBy !== '' && catchElement.elementType !== BpmnElementType.BOUNDARY_EVENT) return false;
  const scope = processing.state.elementInstances.get(instance.value.flowScopeKey);
  if (scope === undefined) return true;
  if (!isActivated(scope)) return false;
  if (scope.interruptedBy === '') return true;
  // Everything else in an interrupted scope is on its way out, and nobody would end what starts beside it now.
  const element = processing.models.elementOf(instance.value);
  return isInterrupter(element, scope.interruptedBy);
}
