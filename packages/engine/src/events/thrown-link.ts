import { beginActivation, leave } from '../behavior/element-life.ts';
import { activating, elementValue, getInstance, writeCompleted } from '../behavior/element-transitions.ts';
import { applyOutputMappings } from '../behavior/variables/variable-mapping.ts';
import type { ElementProcessor } from '../elements/element-processor.ts';

/** Goes on at the catch event of its name, as if a sequence flow led there. */
export const thrownLink: ElementProcessor = {
  activate(processing, element, instance) {
    leave(processing, element, instance);
    return undefined;
  },

  complete: applyOutputMappings,

  finish(processing, element, instance) {
    const { linkTarget } = element;
    if (linkTarget === undefined) throw new Error(`Expected a catch event for the link '${element.id}'`);
    if (writeCompleted(processing, instance) === 'interrupted') return undefined;
    const scope = getInstance(processing, instance.value.flowScopeKey);
    // At once and not as a command: between the two nothing would keep the scope from completing.
    const target = activating(processing, processing.keys.next(), elementValue(linkTarget, scope));
    beginActivation(processing, linkTarget, target);
    return undefined;
  },
};
