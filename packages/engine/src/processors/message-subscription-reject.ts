import { type MessageSubscriptionValue, RejectionType } from '@waggle/protocol';
import { takeBackMessage } from '../behavior/messages/message-rejection.ts';
import { findMessageSubscription } from '../behavior/messages/message-subscription-lookup.ts';
import type { Processor } from './processor.ts';

/** The instance has left: its message is offered to the next one of the same process. */
export const messageSubscriptionReject: Processor<MessageSubscriptionValue> = (processing, command) => {
  const { elementInstanceKey, messageKey } = command.value;
  const subscription = findMessageSubscription(processing, command.value);
  // A repeated answer must not give the message to yet another instance.
  if (subscription?.isCorrelating !== true || subscription.value.messageKey !== messageKey) {
    const reason = `Expected to take the message with key '${messageKey}' back from the element with key '${elementInstanceKey}', but it is not offered to it`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  takeBackMessage(processing, subscription);
};
