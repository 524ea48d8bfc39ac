import { completed, passThrough } from '../behavior/element-transitions.ts';
import { applyOutputMappings } from '../behavior/variable-mapping.ts';
import type { ElementProcessor } from './element-processor.ts';

/** Elements without any work for the engine: manual and undefined tasks, none throw events. */
export const passThroughElement: ElementProcessor = {
  activate(processing, element, instance) {
    return passThroughElement.complete(processing, element, passThrough(processing, instance));
  },

  complete(processing, element, instance) {
    const failure = applyOutputMappings(processing, element, instance);
    if (failure !== undefined) return failure;
    completed(processing, instance, element.outgoing);
    return undefined;
  },
};
