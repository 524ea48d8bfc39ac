import { type MessageSubscriptionValue, ProcessMessageSubscriptionIntent, RejectionType } from '@waggle/protocol';
import { tellInstance } from '../behavior/messages/message-correlation.ts';
import { closeMessageSide } from '../behavior/messages/message-side-closing.ts';
import { findMessageSubscription } from '../behavior/messages/message-subscription-lookup.ts';
import type { Processor } from './processor.ts';

/** The instance waits no more. */
export const messageSubscriptionDelete: Processor<MessageSubscriptionValue> = (processing, command) => {
  const { elementInstanceKey, messageName, messageKey } = command.value;
  const subscription = findMessageSubscription(processing, command.value);
  tellInstance(processing, command.value, ProcessMessageSubscriptionIntent.DELETE);
  if (subscription === undefined) {
    const reason = `Expected to close message subscription for element with key '${elementInstanceKey}' and message name '${messageName}', but no such message subscription exists`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  closeMessageSide(processing, subscription, messageKey);
};
