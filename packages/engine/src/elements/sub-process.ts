import { activated, activateElement } from '../behavior/element-transitions.ts';
import { closeSubscriptions, openSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { applyInputMappings, applyOutputMappings } from '../behavior/variables/variable-mapping.ts';
import type { ElementProcessor } from './element-processor.ts';

/** An embedded sub-process: a scope of its own, done when no path is left inside. */
export const subProcess: ElementProcessor = {
  prepare: applyInputMappings,

  activate(processing, element, instance) {
    const failure = openSubscriptions(processing, instance, element.boundaryEvents);
    if (failure !== undefined) return failure;
    const active = activated(processing, instance);
    if (element.noneStartEvent !== undefined) activateElement(processing, element.noneStartEvent, active);
    return undefined;
  },

  complete(processing, element, instance) {
    const failure = applyOutputMappings(processing, element, instance);
    if (failure !== undefined) return failure;
    closeSubscriptions(processing, instance.key);
    return undefined;
  },
};
