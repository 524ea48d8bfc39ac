import type { ExecutableElement } from '@waggle/bpmn';
import type { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { activated, activateElement, activating, elementValue } from './element-transitions.ts';
import { consumeTrigger, type PendingTrigger, storeTrigger } from './event-trigger-store.ts';
import { raiseElementIncident } from './incidents.ts';
import { applyInputMappings } from './variable-mapping.ts';

/** Creates the instance of the event sub-process that a trigger is for. Its start event hands the payload on. */
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
  if (trigger.variables !== '{}' && trigger.variables !== '') {
    storeTrigger(processing, instance, startEvent.id, trigger.variables);
  }
  const failure = startEventSubProcess(processing, element, instance);
  if (failure !== undefined) raiseElementIncident(processing, instance, failure);
}

/** Lets the event sub-process begin; again after an incident. */
export function startEventSubProcess(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): Failure | undefined {
  const failure = applyInputMappings(processing, element, instance);
  if (failure !== undefined) return failure;
  for (const startEvent of element.startEvents)
    activateElement(processing, startEvent, activated(processing, instance));
  return undefined;
}
