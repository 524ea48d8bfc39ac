import type { MessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeMessageSubscription } from './message-subscription-removal.ts';

export const messageSubscriptionDeleted: Applier<MessageSubscriptionValue> = (state, record) => {
  removeMessageSubscription(state, record.key, record.value);
};
