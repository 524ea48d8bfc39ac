import { leave } from '../behavior/element-life.ts';
import { applyOutputMappings } from '../behavior/variables/variable-mapping.ts';
import type { ElementProcessor } from './element-processor.ts';

/** Elements without any work for the engine: manual and undefined tasks, none throw events. */
export const passThroughElement: ElementProcessor = {
  activate(processing, element, instance) {
    leave(processing, element, instance);
    return undefined;
  },

  complete: applyOutputMappings,
};
