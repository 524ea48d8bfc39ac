import { activated, getInstance, writeCompleted } from '../behavior/element-transitions.ts';
import { recheckJoinsOf } from '../behavior/inclusive-join.ts';
import { closeSubscriptions, openSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { consumeTrigger, findTrigger } from '../behavior/triggers/event-trigger-store.ts';
import { activateTriggeredEvent } from '../behavior/triggers/triggered-event-activation.ts';
import type { ElementProcessor } from './element-processor.ts';

/** Waits for all events behind it; the first one wins and goes on. */
export const eventBasedGateway: ElementProcessor = {
  activate(processing, element, instance) {
    const events = element.outgoing.map(({ target }) => target);
    const failure = openSubscriptions(processing, instance, events);
    if (failure !== undefined) return failure;
    activated(processing, instance);
    return undefined;
  },

  complete() {
    return undefined;
  },

  finish(processing, element, instance) {
    const trigger = findTrigger(processing, instance.key, () => true);
    const event = element.outgoing.find(({ target }) => target.id === trigger?.targetElementId)?.target;
    if (trigger === undefined || event === undefined) {
      throw new Error(`Expected the gateway ${instance.key} to complete by one of its events, but none was triggered`);
    }
    closeSubscriptions(processing, instance.key);
    consumeTrigger(processing, instance, trigger);
    if (writeCompleted(processing, instance) === 'interrupted') return undefined;
    const scope = getInstance(processing, instance.value.flowScopeKey);
    activateTriggeredEvent(processing, event, scope, trigger.variables);
    recheckJoinsOf(processing, instance);
    return undefined;
  },
};
