import { completed } from '../behavior/element-transitions.ts';
import { thrownEvent } from '../events/thrown-events.ts';
import type { ElementProcessor } from './element-processor.ts';

/** Intermediate throw and end events: what they do depends on what they throw, not on where they stand. */
export const throwEvent: ElementProcessor = {
  prepare(processing, element, instance) {
    return thrownEvent(element.eventType).prepare?.(processing, element, instance);
  },

  activate(processing, element, instance) {
    return thrownEvent(element.eventType).activate(processing, element, instance);
  },

  complete(processing, element, instance) {
    return thrownEvent(element.eventType).complete(processing, element, instance);
  },

  finish(processing, element, instance) {
    const { finish } = thrownEvent(element.eventType);
    if (finish !== undefined) return finish(processing, element, instance);
    return completed(processing, instance, element.outgoing);
  },

  terminate(processing, instance) {
    return thrownEvent(instance.value.bpmnEventType).terminate?.(processing, instance) ?? false;
  },
};
