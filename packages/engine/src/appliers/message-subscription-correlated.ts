import type { MessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeMessageSubscription } from './message-subscription-removal.ts';

export const messageSubscriptionCorrelated: Applier<MessageSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  state.pendingCorrelations.delete(key);
  if (value.isInterrupting) removeMessageSubscription(state, key, value);
  else state.messageSubscriptions.put(key, { key, value: { ...value, variables: '{}' }, isCorrelating: false });
};
