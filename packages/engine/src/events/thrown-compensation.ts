import { triggerCompensation } from '../behavior/compensation/compensation.ts';
import { activated, completeElement } from '../behavior/element-transitions.ts';
import type { ElementProcessor } from '../elements/element-processor.ts';

/** Has what was done in its scope undone, and waits until that has happened. */
export const thrownCompensation: ElementProcessor = {
  activate(processing, element, instance) {
    const active = activated(processing, instance);
    if (!triggerCompensation(processing, element, active)) completeElement(processing, active);
    return undefined;
  },

  complete() {
    return undefined;
  },
};
