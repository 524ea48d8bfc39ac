import {
  ConditionalSubscriptionIntent,
  type ConditionalSubscriptionValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { acceptsEvent, triggerEvent } from '../behavior/triggers/event-triggers.ts';
import type { Processor } from './processor.ts';

/** A condition holds: its event happens. */
export const conditionalSubscriptionTrigger: Processor<ConditionalSubscriptionValue> = (processing, command) => {
  const { key } = command;
  const { state, write, models } = processing;
  const subscription = state.conditionalSubscriptions.get(key);
  if (subscription === undefined) {
    const reason = `Expected to trigger condition subscription with key '${key}', but no such subscription was found for process instance with key '${command.value.processInstanceKey}' and catch event id '${command.value.catchEventId}'.`;
    write.reject(RejectionType.NOT_FOUND, reason);
    return;
  }
  const { elementInstanceKey, processInstanceKey, catchEventId } = subscription;
  const instance = state.elementInstances.get(elementInstanceKey);
  const event = instance && models.eventOf(instance.value, catchEventId);
  const isBanned = state.bannedInstances.has(processInstanceKey);
  if (instance === undefined || event === undefined || isBanned || !acceptsEvent(processing, instance, event)) {
    const reason = `Expected to trigger condition subscription with key '${key}', but the element with key '${elementInstanceKey}' is not active anymore for process instance with key '${processInstanceKey}' and catch event id '${catchEventId}'.`;
    write.reject(RejectionType.INVALID_STATE, reason);
    return;
  }
  write.event(ValueType.CONDITIONAL_SUBSCRIPTION, ConditionalSubscriptionIntent.TRIGGERED, key, subscription);
  triggerEvent(processing, instance, event, '{}');
};
