import type { ProcessMessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { isSubscribedElsewhere } from './subscription-partition.ts';

export const processMessageSubscriptionDeleting: Applier<ProcessMessageSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  const kept = { ...value, isHeld: false };
  if (value.isHeld) state.heldSubscriptions.put(value.elementInstanceKey, value.messageName, kept);
  state.processMessageSubscriptions.put(value.elementInstanceKey, value.messageName, {
    key,
    value: kept,
    state: 'DELETING',
  });
  if (isSubscribedElsewhere(record)) state.pendingSubscriptions.put(value.elementInstanceKey, value.messageName, true);
};
