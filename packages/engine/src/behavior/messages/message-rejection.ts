/** A message that its instance did not take goes to the next one of the same process, or back to the client. */
import {
  type LogRecord,
  MessageCorrelationIntent,
  type MessageCorrelationValue,
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  RecordType,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { MessageSubscription } from '../../state/engine-state.ts';
import { correlationName } from '../../state/table-names.ts';
import { offerToNextInstance } from './message-correlation.ts';

/** Closes the subscription of an instance that left before it took the message it was offered. */
export function takeBackMessage(processing: Processing, subscription: MessageSubscription): void {
  const { key, value } = subscription;
  const { REJECTED } = MessageSubscriptionIntent;
  processing.write.event(ValueType.MESSAGE_SUBSCRIPTION, REJECTED, key, { ...value, variables: '{}' });
  if (offerToNextInstance(processing, value, value.variables)) return;
  // Instances of other processes may still take it, and then the client's answer is theirs.
  if (!isStillOffered(processing, value)) answerNotCorrelated(processing, value);
}

export function noSubscriptionReason({ name, correlationKey }: MessageCorrelationValue): string {
  return `Expected to find subscription for message with name '${name}' and correlation key '${correlationKey}', but none was found.`;
}

function isStillOffered(processing: Processing, value: MessageSubscriptionValue): boolean {
  const { state } = processing;
  let isOffered = false;
  state.correlatableSubscriptions.forEach(
    correlationName(value.messageName, value.correlationKey, value.tenantId),
    (key) => {
      const other = state.messageSubscriptions.get(key);
      isOffered = other?.isCorrelating === true && other.value.messageKey === value.messageKey;
      return !isOffered;
    },
  );
  return isOffered;
}

function answerNotCorrelated(processing: Processing, { messageKey }: MessageSubscriptionValue): void {
  const request = processing.state.messageCorrelationRequests.get(messageKey);
  if (request === undefined) return;
  const { NOT_CORRELATED } = MessageCorrelationIntent;
  const event = processing.write.event(ValueType.MESSAGE_CORRELATION, NOT_CORRELATED, messageKey, request);
  if (request.requestId === -1) return;
  const answer: LogRecord = {
    ...event,
    intent: MessageCorrelationIntent.CORRELATE,
    recordType: RecordType.COMMAND_REJECTION,
    rejectionType: RejectionType.NOT_FOUND,
    rejectionReason: noSubscriptionReason(request),
  };
  processing.write.respondTo(request.requestStreamId, request.requestId, answer);
}
