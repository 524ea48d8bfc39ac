import type { ProcessMessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processMessageSubscriptionCreated: Applier<ProcessMessageSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  state.processMessageSubscriptions.put(value.elementInstanceKey, value.messageName, { key, value, state: 'CREATED' });
  state.pendingSubscriptions.delete(value.elementInstanceKey, value.messageName);
};
