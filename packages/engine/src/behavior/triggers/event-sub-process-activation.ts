import type { ExecutableElement } from '@waggle/bpmn';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { beginActivation } from '../element-life.ts';
import { activating, elementValue } from '../element-transitions.ts';
import { consumeTrigger, type PendingTrigger, storeTrigger } from './event-trigger-store.ts';

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
  beginActivation(processing, element, instance);
}
