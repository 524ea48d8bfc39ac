import {
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  ProcessMessageSubscriptionIntent,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { tellInstance } from '../behavior/message-correlation.ts';
import { takeBackMessage } from '../behavior/message-rejection.ts';
import { messageTaken } from '../behavior/message-taking.ts';
import type { Processor } from './processor.ts';

/**
 * The instance waits no more. It names the last message it took: if another is on offer to it, that one goes to
 * somebody else, whether the answers about it are lost or yet to come.
 */
export const messageSubscriptionDelete: Processor<MessageSubscriptionValue> = (processing, command) => {
  const { elementInstanceKey, messageName, messageKey } = command.value;
  const key = processing.state.elementMessageSubscriptions.get(elementInstanceKey, messageName);
  const subscription = key === undefined ? undefined : processing.state.messageSubscriptions.get(key);
  tellInstance(processing, command.value, ProcessMessageSubscriptionIntent.DELETE);
  if (subscription === undefined) {
    const reason = `Expected to close message subscription for element with key '${elementInstanceKey}' and message name '${messageName}', but no such message subscription exists`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  if (subscription.isCorrelating && subscription.value.messageKey !== messageKey) {
    takeBackMessage(processing, subscription);
    return;
  }
  if (subscription.isCorrelating) messageTaken(processing, subscription);
  if (!processing.state.messageSubscriptions.has(subscription.key)) return;
  const { DELETED } = MessageSubscriptionIntent;
  processing.write.event(ValueType.MESSAGE_SUBSCRIPTION, DELETED, subscription.key, subscription.value);
};
