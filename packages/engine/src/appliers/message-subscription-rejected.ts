import type { MessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeMessageSubscription } from './message-subscription-removal.ts';

export const messageSubscriptionRejected: Applier<MessageSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  // The message did not reach this process after all: another instance of it may get it.
  state.messageCorrelations.delete(value.messageKey, value.bpmnProcessId);
  removeMessageSubscription(state, key, value);
};
