import {
  MessageCorrelationIntent,
  type MessageCorrelationValue,
  MessageIntent,
  type MessageValue,
  NO_KEY,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { correlateMessage } from '../behavior/messages/message-correlation.ts';
import { noSubscriptionReason } from '../behavior/messages/message-rejection.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import { RejectCommand, Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Correlates a message now or not at all, and answers with the instance it reached. */
export const messageCorrelationCorrelate: Processor<MessageCorrelationValue> = (processing, command) => {
  const request = command.value;
  const variables = parseVariables(request.variables);
  if (variables instanceof Rejection) return processing.write.reject(variables.type, variables.reason);
  const messageKey = processing.keys.next();
  const message: MessageValue = {
    name: request.name,
    correlationKey: request.correlationKey,
    timeToLive: 0,
    deadline: processing.now,
    messageId: '',
    variables: variables.size === 0 ? '{}' : request.variables,
    tenantId: request.tenantId,
    businessId: request.businessId,
  };
  const correlation: MessageCorrelationValue = { ...request, messageKey, ...processing.write.request };
  const { CORRELATING, CORRELATED } = MessageCorrelationIntent;
  processing.write.event(ValueType.MESSAGE_CORRELATION, CORRELATING, messageKey, correlation);
  processing.write.event(ValueType.MESSAGE, MessageIntent.PUBLISHED, messageKey, message);
  const { processInstanceKey, isStarted } = correlateMessage(processing, messageKey, message);
  if (processInstanceKey === NO_KEY) {
    throw new RejectCommand(new Rejection(RejectionType.NOT_FOUND, noSubscriptionReason(request)));
  }
  processing.write.event(ValueType.MESSAGE, MessageIntent.EXPIRED, messageKey, message);
  // A waiting instance has still to take the message; one that was started has it.
  if (!isStarted) return;
  const value = { ...correlation, processInstanceKey };
  processing.write.respond(processing.write.event(ValueType.MESSAGE_CORRELATION, CORRELATED, messageKey, value));
};
