import {
  type LogRecord,
  MessageCorrelationIntent,
  MessageSubscriptionIntent,
  type MessageSubscriptionValue,
  NO_KEY,
  RecordType,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { offerToNextInstance } from '../behavior/message-correlation.ts';
import type { Processing } from '../processing.ts';
import { noSubscriptionReason } from './message-correlation-correlate.ts';
import type { Processor } from './processor.ts';

/** The instance has left: its message is offered to the next one of the same process. */
export const messageSubscriptionReject: Processor<MessageSubscriptionValue> = (processing, command) => {
  const { value } = command;
  const key = processing.state.elementMessageSubscriptions.get(value.elementInstanceKey, value.messageName);
  const subscription = key === undefined ? undefined : processing.state.messageSubscriptions.get(key);
  const rejected = subscription?.value.messageKey === value.messageKey ? subscription.value : value;
  const variables = subscription?.value.variables ?? processing.state.messages.get(value.messageKey)?.variables;
  const { REJECTED } = MessageSubscriptionIntent;
  processing.write.event(ValueType.MESSAGE_SUBSCRIPTION, REJECTED, key ?? NO_KEY, { ...rejected, variables: '{}' });
  if (variables !== undefined && offerToNextInstance(processing, rejected, variables)) return;
  answerNotCorrelated(processing, rejected);
};

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
