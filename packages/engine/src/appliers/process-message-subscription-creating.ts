import type { ProcessMessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { isSubscribedElsewhere } from './subscription-partition.ts';

export const processMessageSubscriptionCreating: Applier<ProcessMessageSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  state.heldSubscriptions.delete(value.elementInstanceKey, value.messageName);
  state.processMessageSubscriptions.put(value.elementInstanceKey, value.messageName, { key, value, state: 'CREATING' });
  if (isSubscribedElsewhere(record)) state.pendingSubscriptions.put(value.elementInstanceKey, value.messageName, true);
};
