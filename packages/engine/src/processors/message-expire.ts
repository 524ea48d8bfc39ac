import { MessageIntent, type MessageValue, RejectionType, ValueType } from '@waggle/protocol';
import type { Processor } from './processor.ts';

/** A message's time is over. */
export const messageExpire: Processor<MessageValue> = (processing, command) => {
  const message = processing.state.messages.get(command.key);
  if (message === undefined) {
    const reason = `Expected to expire message with key '${command.key}', but no such message was found`;
    return processing.write.reject(RejectionType.NOT_FOUND, reason);
  }
  processing.write.event(ValueType.MESSAGE, MessageIntent.EXPIRED, command.key, message);
};
