import type { ProcessMessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { isSubscribedElsewhere } from './subscription-partition.ts';

export const processMessageSubscriptionDeleting: Applier<ProcessMessageSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  state.processMessageSubscriptions.put(value.elementInstanceKey, value.messageName, { key, value, state: 'DELETING' });
  if (isSubscribedElsewhere(record)) state.pendingSubscriptions.put(value.elementInstanceKey, value.messageName, true);
};
