import {
  MessageCorrelationIntent,
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  ProcessMessageSubscriptionIntent,
  partitionIdOf,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { offerBufferedMessage, tellInstance } from '../behavior/message-correlation.ts';
import type { Processing } from '../processing.ts';
import type { Processor } from './processor.ts';

/** The instance took the message it was offered. */
export const messageSubscriptionCorrelate: Processor<MessageSubscriptionValue> = (processing, command) => {
  const { elementInstanceKey, messageName, messageKey } = command.value;
  const key = processing.state.elementMessageSubscriptions.get(elementInstanceKey, messageName);
  const subscription = key === undefined ? undefined : processing.state.messageSubscriptions.get(key);
  if (subscription === undefined) {
    acknowledgeInterrupting(processing, command.value);
    const reason = `Expected to correlate subscription for element with key '${elementInstanceKey}' and message name '${messageName}', but no such message subscription exists`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  if (!subscription.isCorrelating || subscription.value.messageKey !== messageKey) {
    const reason = `Expected to correlate subscription with key '${subscription.key}', but it is not waiting for the message with key '${messageKey}' to be taken`;
    return processing.write.reject(RejectionType.INVALID_STATE, reason);
  }
  const { CORRELATED } = MessageSubscriptionIntent;
  processing.write.event(ValueType.MESSAGE_SUBSCRIPTION, CORRELATED, subscription.key, subscription.value);
  answerCorrelation(processing, subscription.value);
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

function answerCorrelation(processing: Processing, value: MessageSubscriptionValue): void {
  const request = processing.state.messageCorrelationRequests.get(value.messageKey);
  if (request === undefined) return;
  const { CORRELATED } = MessageCorrelationIntent;
  const correlated = processing.write.event(ValueType.MESSAGE_CORRELATION, CORRELATED, value.messageKey, {
    ...request,
    processInstanceKey: value.processInstanceKey,
  });
  if (request.requestId !== -1) processing.write.respondTo(request.requestStreamId, request.requestId, correlated);
}
