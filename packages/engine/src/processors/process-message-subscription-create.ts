import {
  MessageSubscriptionIntent,
  ProcessMessageSubscriptionIntent,
  type ProcessMessageSubscriptionValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { requestMessageSubscription } from '../behavior/messages/message-subscriptions.ts';
import type { Processor } from './processor.ts';

/** The message side has opened the subscription. */
export const processMessageSubscriptionCreate: Processor<ProcessMessageSubscriptionValue> = (processing, command) => {
  const { elementInstanceKey, messageName } = command.value;
  const subscription = processing.state.processMessageSubscriptions.get(elementInstanceKey, messageName);
  const isPresent = subscription?.key === command.key;
  if (!isPresent || subscription.state !== 'CREATING') {
    // A late repetition of the request opened it again after it was closed: nobody else would ever close it. One that
    // is being closed names the message it took, or that would be given to another instance.
    if (!isPresent || subscription.state !== 'CREATED') {
      const value = isPresent ? subscription.value : command.value;
      requestMessageSubscription(processing, command.key, value, MessageSubscriptionIntent.DELETE);
    }
    const reason = `Expected to confirm the message subscription '${messageName}' of element with key '${elementInstanceKey}', but it is not being opened`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const { CREATED } = ProcessMessageSubscriptionIntent;
  processing.write.event(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, CREATED, subscription.key, subscription.value);
};
