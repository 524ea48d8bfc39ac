import {
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  ProcessMessageSubscriptionIntent,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { offerBufferedMessage, tellInstance } from '../behavior/message-correlation.ts';
import type { Processor } from './processor.ts';

/** An instance on some partition waits for messages that are kept here. */
export const messageSubscriptionCreate: Processor<MessageSubscriptionValue> = (processing, command) => {
  const { value } = command;
  const { elementInstanceKey, messageName } = value;
  if (processing.state.elementMessageSubscriptions.has(elementInstanceKey, messageName)) {
    // The answer got lost: repeat it.
    tellInstance(processing, value, ProcessMessageSubscriptionIntent.CREATE);
    const reason = `Expected to open a new message subscription for element with key '${elementInstanceKey}' and message name '${messageName}', but there is already a message subscription for that element key and message name opened`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const key = processing.keys.next();
  processing.write.event(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.CREATED, key, value);
  const subscription = processing.state.messageSubscriptions.get(key);
  if (subscription !== undefined && offerBufferedMessage(processing, subscription)) return;
  tellInstance(processing, value, ProcessMessageSubscriptionIntent.CREATE);
};
