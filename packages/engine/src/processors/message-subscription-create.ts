import {
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  ProcessMessageSubscriptionIntent,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { offerBufferedMessage, tellInstance } from '../behavior/message-correlation.ts';
import type { Processing } from '../processing.ts';
import type { MessageSubscription } from '../state/engine-state.ts';
import type { Processor } from './processor.ts';

/** An instance on some partition waits for messages that are kept here. */
export const messageSubscriptionCreate: Processor<MessageSubscriptionValue> = (processing, command) => {
  const { value } = command;
  const { elementInstanceKey, messageName } = value;
  const presentKey = processing.state.elementMessageSubscriptions.get(elementInstanceKey, messageName);
  const present = presentKey === undefined ? undefined : processing.state.messageSubscriptions.get(presentKey);
  if (present !== undefined) {
    if (migrate(processing, present, value)) return;
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
