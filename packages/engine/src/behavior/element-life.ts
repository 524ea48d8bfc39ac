/**
 * The order of an element's steps, the same for all of them.
 *
 *     ACTIVATING → prepare → start listeners → activate → ACTIVATED
 *     COMPLETING → complete → end listeners → finish → COMPLETED
 *     TERMINATING → give up what it holds, wait for its children → cancel listeners → TERMINATED
 *
 * A step that fails stops the element with an incident; resolving it runs the phase again from its beginning, except for
 * cancel listeners, which go on where they stopped. How elements terminate is told in element-giving-up.ts and
 * scope-termination.ts.
 */
import type { ExecutableElement } from '@waggle/bpmn';
import { CompensationSubscriptionIntent } from '@waggle/protocol';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { compensationHandlerEnded } from './compensation/compensation.ts';
import { completed, getInstance, passThrough } from './element-transitions.ts';
import { raiseElementIncident } from './incidents.ts';
import { runNextListener } from './listeners/execution-listeners.ts';

/** The first steps behind ACTIVATING, up to the first start listener. */
export function beginActivation(processing: Processing, element: ExecutableElement, instance: ElementInstance): void {
  const failure = processing.elementProcessor(element.elementType).prepare?.(processing, element, instance);
  if (failure === undefined) continueActivation(processing, element, instance);
  else raiseElementIncident(processing, instance, failure);
}

/** Runs the next start listener; without one, lets the element begin. */
export function continueActivation(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): void {
  const outcome = runNextListener(processing, element, instance, 'start');
  if (outcome === 'waits') return;
  const failure =
    outcome instanceof Failure
      ? outcome
      : processing.elementProcessor(element.elementType).activate(processing, element, instance);
  // Elements that wait for nothing may have gone on to their end; then their later steps have told what failed.
  if (failure !== undefined) raiseElementIncident(processing, instance, failure);
}

/** The first steps behind COMPLETING, up to the first end listener. */
export function beginCompletion(processing: Processing, element: ExecutableElement, instance: ElementInstance): void {
  const failure = processing.elementProcessor(element.elementType).complete(processing, element, instance);
  if (failure === undefined) continueCompletion(processing, element, getInstance(processing, instance.key));
  else raiseElementIncident(processing, instance, failure);
}

/** Runs the next end listener; without one, lets the element end. */
export function continueCompletion(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): void {
  const outcome = runNextListener(processing, element, instance, 'end');
  if (outcome === 'waits') return;
  const failure = outcome instanceof Failure ? outcome : finish(processing, element, instance);
  if (failure !== undefined) raiseElementIncident(processing, instance, failure);
}

/** ACTIVATED and on to the end at once: for elements that wait for nothing. */
export function leave(processing: Processing, element: ExecutableElement, instance: ElementInstance): void {
  beginCompletion(processing, element, passThrough(processing, instance));
}

function finish(processing: Processing, element: ExecutableElement, instance: ElementInstance): Failure | undefined {
  const processor = processing.elementProcessor(element.elementType);
  const failure =
    processor.finish === undefined
      ? completed(processing, instance, element.outgoing)
      : processor.finish(processing, element, instance);
  if (failure === undefined && element.isForCompensation) {
    compensationHandlerEnded(processing, instance.key, CompensationSubscriptionIntent.COMPLETED);
  }
  return failure;
}
