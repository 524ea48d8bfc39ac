import { activated, activateElement } from '../behavior/element-transitions.ts';
import { applyInputMappings } from '../behavior/variables/variable-mapping.ts';
import type { ElementProcessor } from './element-processor.ts';
import { subProcess } from './sub-process.ts';

/** Begins by its trigger (see event-triggers.ts) and ends like any sub-process. */
export const eventSubProcess: ElementProcessor = {
  prepare: applyInputMappings,

  activate(processing, element, instance) {
    const active = activated(processing, instance);
    for (const startEvent of element.startEvents) activateElement(processing, startEvent, active);
    return undefined;
  },

  complete: subProcess.complete,
};
