/** The instance took the message it was offered: the message side notes it and answers the client that waits for it. */
import { MessageCorrelationIntent, MessageSubscriptionIntent, ValueType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { MessageSubscription } from '../../state/engine-state.ts';

export function messageTaken(processing: Processing, { key, value }: MessageSubscription): void {
  processing.write.event(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.CORRELATED, key, value);
  const request = processing.state.messageCorrelationRequests.get(value.messageKey);
  if (request === undefined) return;
  const { CORRELATED } = MessageCorrelationIntent;
  const correlated = processing.write.event(ValueType.MESSAGE_CORRELATION, CORRELATED, value.messageKey, {
    ...request,
    processInstanceKey: value.processInstanceKey,
  });
  if (request.requestId !== -1) processing.write.respondTo(request.requestStreamId, request.requestId, correlated);
}
