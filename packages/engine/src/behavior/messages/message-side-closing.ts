import { type Key, MessageSubscriptionIntent, ValueType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { MessageSubscription } from '../../state/engine-state.ts';
import { takeBackMessage } from './message-rejection.ts';
import { messageTaken } from './message-taking.ts';

/**
 * Closes the message side of a wait that is over.
 * @param lastTakenKey the last message the instance took. If another one is on offer to it, that one goes to somebody
 * else, whether the answers about it are lost or yet to come.
 */
export function closeMessageSide(processing: Processing, subscription: MessageSubscription, lastTakenKey: Key): void {
  if (subscription.isCorrelating && subscription.value.messageKey !== lastTakenKey) {
    takeBackMessage(processing, subscription);
    return;
  }
  if (subscription.isCorrelating) messageTaken(processing, subscription);
  if (!processing.state.messageSubscriptions.has(subscription.key)) return;
  const { DELETED } = MessageSubscriptionIntent;
  processing.write.event(ValueType.MESSAGE_SUBSCRIPTION, DELETED, subscription.key, subscription.value);
}
