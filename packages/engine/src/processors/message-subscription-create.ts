import {
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  ProcessMessageSubscriptionIntent,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { offerBufferedMessage, tellInstance } from '../behavior/messages/message-correlation.ts';
import { closeMessageSide } from '../behavior/messages/message-side-closing.ts';
import { findElementSubscription } from '../behavior/messages/message-subscription-lookup.ts';
import type { Processing } from '../processing.ts';
import type { MessageSubscription } from '../state/engine-state.ts';
import type { Processor } from './processor.ts';

/** An instance on some partition waits for messages that are kept here. */
export const messageSubscriptionCreate: Processor<MessageSubscriptionValue> = (processing, command) => {
  const { value } = command;
  const present = findElementSubscription(processing, value);
  if (present !== undefined && present.value.processMessageSubscriptionKey >= value.processMessageSubscriptionKey) {
    repeat(processing, present, value);
    return;
  }
  // The element waits anew, and what closes its former wait has not come yet.
  if (present !== undefined) closeMessageSide(processing, present, value.messageKey);
  const key = processing.keys.next();
  processing.write.event(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.CREATED, key, value);
  const subscription = processing.state.messageSubscriptions.get(key);
  if (subscription !== undefined && offerBufferedMessage(processing, subscription)) return;
  tellInstance(processing, value, ProcessMessageSubscriptionIntent.CREATE);
};

function repeat(processing: Processing, present: MessageSubscription, value: MessageSubscriptionValue): void {
  const isSame = present.value.processMessageSubscriptionKey === value.processMessageSubscriptionKey;
  if (isSame && migrate(processing, present, value)) return;
  // The answer got lost: repeat it.
  if (isSame) tellInstance(processing, value, ProcessMessageSubscriptionIntent.CREATE);
  const reason = `Expected to open a new message subscription for element with key '${value.elementInstanceKey}' and message name '${value.messageName}', but there is already a message subscription for that element key and message name opened`;
  processing.write.reject(RejectionType.INVALID_STATE, reason);
}

/** The instance has been migrated, so others of its process wait beside it now. @returns whether it has. */
function migrate(
  processing: Processing,
  { key, value }: MessageSubscription,
  wanted: MessageSubscriptionValue,
): boolean {
  const { bpmnProcessId, isInterrupting } = wanted;
  if (value.bpmnProcessId === bpmnProcessId && value.isInterrupting === isInterrupting) return false;
  const migrated = { ...value, bpmnProcessId, isInterrupting };
  processing.write.event(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.MIGRATED, key, migrated);
  tellInstance(processing, wanted, ProcessMessageSubscriptionIntent.CREATE);
  return true;
}
