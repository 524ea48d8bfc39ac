import type { ProcessMessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { isSubscribedElsewhere } from './subscription-partition.ts';

/** The message side has to learn it as it learns of a new subscription. */
export const processMessageSubscriptionMigrated: Applier<ProcessMessageSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  state.processMessageSubscriptions.put(value.elementInstanceKey, value.messageName, { key, value, state: 'CREATING' });
  if (isSubscribedElsewhere(record)) state.pendingSubscriptions.put(value.elementInstanceKey, value.messageName, true);
};
