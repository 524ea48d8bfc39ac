import type { ExecutableElement } from '@waggle/bpmn';
import { splitJsonObject } from '@waggle/protocol';
import type { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { activated, activateElement, activating, elementValue } from './element-transitions.ts';
import { attachedEvents, openSubscriptions } from './event-subscriptions.ts';
import { consumeTrigger, type PendingTrigger } from './event-trigger-store.ts';
import { raiseElementIncident } from './incidents.ts';
import { setLocalVariables } from './set-variables.ts';

/** Creates the instance of the event sub-process that a trigger is for. Its payload is local to it. */
export function activateEventSubProcess(
  processing: Processing,
  scope: ElementInstance,
  startEvent: ExecutableElement,
  trigger: PendingTrigger,
): void {
  const element = startEvent.flowScope;
  if (element === undefined) throw new Error(`Expected '${startEvent.id}' to lie in an event sub-process`);
  consumeTrigger(processing, scope, trigger);
  const instance = activating(processing, processing.keys.next(), elementValue(element, scope));
  const payload = splitJsonObject(trigger.variables);
  if (payload.ok) setLocalVariables(processing, instance.key, instance.value, payload.members);
  const failure = startEventSubProcess(processing, element, instance);
  if (failure !== undefined) raiseElementIncident(processing, instance, failure);
}

/** Opens what the event sub-process listens to and lets it begin; again after an incident. */
export function startEventSubProcess(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): Failure | undefined {
  const failure = openSubscriptions(processing, instance, attachedEvents(element));
  if (failure !== undefined) return failure;
  for (const startEvent of element.startEvents)
    activateElement(processing, startEvent, activated(processing, instance));
  return undefined;
}
