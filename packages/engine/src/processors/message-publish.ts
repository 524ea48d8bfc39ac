import { IDENTIFIER_LENGTH_MAX, MessageIntent, type MessageValue, RejectionType, ValueType } from '@waggle/protocol';
import { correlateMessage } from '../behavior/messages/message-correlation.ts';
import { parseVariables } from '../behavior/variables/parse-variables.ts';
import { Rejection } from '../rejection.ts';
import { correlationName } from '../state/table-names.ts';
import type { Processor } from './processor.ts';

/** Takes a message in: offers it to who waits now, and keeps it for later ones as long as it lives. */
export const messagePublish: Processor<MessageValue> = (processing, command) => {
  const request = command.value;
  const variables = parseVariables(request.variables);
  if (variables instanceof Rejection) return processing.write.reject(variables.type, variables.reason);
  if (request.name.trim() === '') {
    return processing.write.reject(
      RejectionType.INVALID_ARGUMENT,
      'Expected to publish a message with a name, but the name is blank',
    );
  }
  if (request.businessId.length > IDENTIFIER_LENGTH_MAX) {
    return processing.write.reject(
      RejectionType.INVALID_ARGUMENT,
      `Expected a business id of at most ${IDENTIFIER_LENGTH_MAX} characters, but got ${request.businessId.length}`,
    );
  }
  const group = correlationName(request.name, request.correlationKey, request.tenantId);
  if (request.messageId !== '' && processing.state.messageIds.has(group, request.messageId)) {
    const reason = `Expected to publish a new message with id '${request.messageId}', but a message with that id was already published`;
    return processing.write.reject(RejectionType.ALREADY_EXISTS, reason);
  }
  const timeToLive = Math.max(0, request.timeToLive);
  const messageKey = processing.keys.next();
  const message: MessageValue = {
    ...request,
    variables: variables.size === 0 ? '{}' : request.variables,
    timeToLive,
    deadline: processing.now + timeToLive,
  };
  const { PUBLISHED, EXPIRED } = MessageIntent;
  processing.write.respond(processing.write.event(ValueType.MESSAGE, PUBLISHED, messageKey, message));
  correlateMessage(processing, messageKey, message);
  if (timeToLive === 0) processing.write.event(ValueType.MESSAGE, EXPIRED, messageKey, message);
};
