import { activated } from '../behavior/element-transitions.ts';
import type { ElementProcessor } from './element-processor.ts';

/** The scope around one element that is started inside an ad-hoc sub-process, and all that follows it. */
export const adHocSubProcessInnerInstance: ElementProcessor = {
  activate(processing, _element, instance) {
    activated(processing, instance);
    return undefined;
  },

  complete() {
    return undefined;
  },
};
