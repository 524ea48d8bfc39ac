import {
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  ProcessMessageSubscriptionIntent,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { tellInstance } from '../behavior/message-correlation.ts';
import type { Processor } from './processor.ts';

/** The instance waits no more. */
export const messageSubscriptionDelete: Processor<MessageSubscriptionValue> = (processing, command) => {
  const { elementInstanceKey, messageName } = command.value;
  const key = processing.state.elementMessageSubscriptions.get(elementInstanceKey, messageName);
  const subscription = key === undefined ? undefined : processing.state.messageSubscriptions.get(key);
  tellInstance(processing, command.value, ProcessMessageSubscriptionIntent.DELETE);
  if (subscription === undefined) {
    const reason = `Expected to close message subscription for element with key '${elementInstanceKey}' and message name '${messageName}', but no such message subscription exists`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  const { DELETED } = MessageSubscriptionIntent;
  processing.write.event(ValueType.MESSAGE_SUBSCRIPTION, DELETED, subscription.key, subscription.value);
};
