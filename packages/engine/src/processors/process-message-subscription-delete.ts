import {
  ProcessMessageSubscriptionIntent,
  type ProcessMessageSubscriptionValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { reopenConfirmed } from '../behavior/messages/message-subscription-holding.ts';
import type { Processor } from './processor.ts';

/** The message side has closed the subscription. */
export const processMessageSubscriptionDelete: Processor<ProcessMessageSubscriptionValue> = (processing, command) => {
  const { elementInstanceKey, messageName } = command.value;
  const subscription = processing.state.processMessageSubscriptions.get(elementInstanceKey, messageName);
  if (subscription?.key !== command.key || subscription.state !== 'DELETING') {
    const reason = `Expected to confirm the closing of the message subscription '${messageName}' of element with key '${elementInstanceKey}', but it is not being closed`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  const { DELETED } = ProcessMessageSubscriptionIntent;
  processing.write.event(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, DELETED, subscription.key, subscription.value);
  reopenConfirmed(processing, elementInstanceKey, messageName);
};
