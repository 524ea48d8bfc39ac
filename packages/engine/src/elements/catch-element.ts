import type { ExecutableElement } from '@waggle/bpmn';
import { BpmnEventType } from '@waggle/protocol';
import { leave } from '../behavior/element-life.ts';
import { activated } from '../behavior/element-transitions.ts';
import { openSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { applyInputMappings } from '../behavior/variables/variable-mapping.ts';
import type { ElementProcessor } from './element-processor.ts';
import { completeWithPayload } from './payload-completion.ts';

/** Waits for its own event: intermediate catch events and receive tasks. A link has happened when it is reached. */
export const catchElement: ElementProcessor = {
  prepare: applyInputMappings,

  activate(processing, element, instance) {
    if (element.eventType === BpmnEventType.LINK) {
      leave(processing, element, instance);
      return undefined;
    }
    const failure = openSubscriptions(processing, instance, ownAndAttachedEvents(element));
    if (failure !== undefined) return failure;
    activated(processing, instance);
    return undefined;
  },

  complete: completeWithPayload,
};

function ownAndAttachedEvents(element: ExecutableElement): readonly ExecutableElement[] {
  return [element, ...element.boundaryEvents];
}
