import { BpmnEventType } from '@waggle/protocol';
import { activated, completeElement } from '../behavior/element-transitions.ts';
import { applyPayload } from '../behavior/variables/payload.ts';
import type { ElementProcessor } from './element-processor.ts';

/** Starts when its event has happened. An error's variables stay here unless mapped. */
export const boundaryEvent: ElementProcessor = {
  activate(processing, _element, instance) {
    completeElement(processing, activated(processing, instance));
    return undefined;
  },

  complete(processing, element, instance) {
    const reach = element.eventType === BpmnEventType.ERROR ? 'local' : 'propagated';
    return applyPayload(processing, element, instance, { reach });
  },
};
