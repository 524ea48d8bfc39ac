import type { ProcessMessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { isSubscribedElsewhere } from './subscription-partition.ts';

export const processMessageSubscriptionCorrelated: Applier<ProcessMessageSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  const kept = { ...value, variables: '{}' };
  if (!value.isInterrupting) {
    // The key of the message stays, so that a repeated CORRELATE is only acknowledged again.
    state.processMessageSubscriptions.put(value.elementInstanceKey, value.messageName, {
      key,
      value: kept,
      state: 'CREATED',
    });
    state.pendingSubscriptions.delete(value.elementInstanceKey, value.messageName);
  } else if (isSubscribedElsewhere(record)) {
    // Kept until the other partition knows: it would take silence for a refusal and offer the message to another instance.
    state.processMessageSubscriptions.put(value.elementInstanceKey, value.messageName, {
      key,
      value: kept,
      state: 'DELETING',
    });
    state.pendingSubscriptions.put(value.elementInstanceKey, value.messageName, true);
  } else {
    state.processMessageSubscriptions.delete(value.elementInstanceKey, value.messageName);
  }
};
