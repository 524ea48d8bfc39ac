import { activated, completed, completeElement } from '../behavior/element-transitions.ts';
import { applyPayload } from '../behavior/payload.ts';
import type { ElementProcessor } from './element-processor.ts';

/** Start events of every kind: what triggered them waits in their scope. */
export const startEvent: ElementProcessor = {
  activate(processing, _element, instance) {
    completeElement(processing, activated(processing, instance));
    return undefined;
  },

  complete(processing, element, instance) {
    const failure = applyPayload(processing, element, instance, { ownerKey: instance.value.flowScopeKey });
    if (failure !== undefined) return failure;
    completed(processing, instance, element.outgoing);
    return undefined;
  },
};
