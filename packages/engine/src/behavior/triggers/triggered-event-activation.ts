import type { ExecutableElement } from '@waggle/bpmn';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { activated, activating, completeElement, elementValue } from '../element-transitions.ts';
import { storeTrigger } from './event-trigger-store.ts';

/** Starts an event that has already happened in a scope: a boundary event, or an event behind an event-based gateway. */
export function activateTriggeredEvent(
  processing: Processing,
  element: ExecutableElement,
  scope: ElementInstance,
  variables: string,
): void {
  const instance = activated(processing, activating(processing, processing.keys.next(), elementValue(element, scope)));
  if (variables !== '{}' && variables !== '') storeTrigger(processing, instance, element.id, variables);
  completeElement(processing, instance);
}
