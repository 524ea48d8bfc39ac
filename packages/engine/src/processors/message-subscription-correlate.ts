import {
  type MessageSubscriptionValue,
  ProcessMessageSubscriptionIntent,
  partitionIdOf,
  RejectionType,
} from '@waggle/protocol';
import { offerBufferedMessage, tellInstance } from '../behavior/messages/message-correlation.ts';
import { findMessageSubscription } from '../behavior/messages/message-subscription-lookup.ts';
import { messageTaken } from '../behavior/messages/message-taking.ts';
import type { Processing } from '../processing.ts';
import type { Processor } from './processor.ts';

/** The instance took the message it was offered. */
export const messageSubscriptionCorrelate: Processor<MessageSubscriptionValue> = (processing, command) => {
  const { elementInstanceKey, messageName, messageKey } = command.value;
  const subscription = findMessageSubscription(processing, command.value);
  if (subscription === undefined) {
    acknowledgeInterrupting(processing, command.value);
    const reason = `Expected to correlate subscription for element with key '${elementInstanceKey}' and message name '${messageName}', but no such message subscription exists`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  if (!subscription.isCorrelating || subscription.value.messageKey !== messageKey) {
    const reason = `Expected to correlate subscription with key '${subscription.key}', but it is not waiting for the message with key '${messageKey}' to be taken`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  messageTaken(processing, subscription);
  if (subscription.value.isInterrupting) {
    acknowledgeInterrupting(processing, subscription.value);
    return;
  }
  const open = processing.state.messageSubscriptions.get(subscription.key);
  if (open !== undefined) offerBufferedMessage(processing, open);
};

/** An instance on another partition remembers an interrupting message until it hears that this side knows. */
function acknowledgeInterrupting(processing: Processing, value: MessageSubscriptionValue): void {
  if (!value.isInterrupting || partitionIdOf(value.processInstanceKey) === processing.partitionId) return;
  tellInstance(processing, value, ProcessMessageSubscriptionIntent.DELETE);
}
