import {
  type Key,
  type LogRecord,
  MessageSubscriptionIntent,
  ProcessMessageSubscriptionIntent,
  type ProcessMessageSubscriptionValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { holdMessageSubscriptions } from '../behavior/messages/message-subscription-holding.ts';
import { requestMessageSubscription } from '../behavior/messages/message-subscriptions.ts';
import { isSuspended } from '../behavior/suspension/suspended-instances.ts';
import { acceptsEvent, triggerEvent } from '../behavior/triggers/event-triggers.ts';
import type { Processing } from '../processing.ts';
import type { ProcessMessageSubscription } from '../state/engine-state.ts';
import type { Processor } from './processor.ts';

/** A message is offered to an instance: it takes it, once, or says that it has left. */
export const processMessageSubscriptionCorrelate: Processor<ProcessMessageSubscriptionValue> = (
  processing,
  command,
) => {
  const { elementInstanceKey, messageName, messageKey } = command.value;
  const found = processing.state.processMessageSubscriptions.get(elementInstanceKey, messageName);
  // A message offered to a former wait goes to somebody else, perhaps to the present one.
  const subscription = found?.key === command.key ? found : undefined;
  if (subscription !== undefined && hasTaken(subscription, messageKey)) {
    answer(processing, command, MessageSubscriptionIntent.CORRELATE);
    const reason = `Expected to correlate message with key '${messageKey}' to element with key '${elementInstanceKey}', but it is already correlated`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const instance = processing.state.elementInstances.get(elementInstanceKey);
  if (
    subscription === undefined ||
    subscription.state === 'DELETING' ||
    instance === undefined ||
    processing.state.bannedInstances.has(instance.value.processInstanceKey) ||
    !acceptsEvent(processing, instance, processing.models.eventOf(instance.value, subscription.value.elementId))
  ) {
    // Resuming opens again what was given up; without that, the message side would have closed it for good.
    if (instance !== undefined && isSuspended(processing, instance.value.processInstanceKey)) {
      holdMessageSubscriptions(processing, elementInstanceKey);
    }
    answer(processing, command, MessageSubscriptionIntent.REJECT);
    const reason = `Expected to correlate message with key '${messageKey}' to element with key '${elementInstanceKey}', but it does not wait for it any more`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  const value: ProcessMessageSubscriptionValue = {
    ...subscription.value,
    messageKey,
    variables: command.value.variables,
  };
  const { CORRELATED } = ProcessMessageSubscriptionIntent;
  processing.write.event(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, CORRELATED, subscription.key, value);
  answer(processing, command, MessageSubscriptionIntent.CORRELATE);
  triggerEvent(processing, instance, processing.models.eventOf(instance.value, value.elementId), value.variables);
};

/** Messages come in ascending order of their keys, so an older one is a late repetition. */
function hasTaken({ state, value }: ProcessMessageSubscription, messageKey: Key): boolean {
  return state === 'DELETING' ? value.messageKey === messageKey : value.messageKey >= messageKey;
}

function answer(
  processing: Processing,
  { key, value }: LogRecord<ProcessMessageSubscriptionValue>,
  intent: typeof MessageSubscriptionIntent.CORRELATE | typeof MessageSubscriptionIntent.REJECT,
): void {
  requestMessageSubscription(processing, key, value, intent);
}
