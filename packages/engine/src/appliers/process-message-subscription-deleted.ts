import type { ProcessMessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processMessageSubscriptionDeleted: Applier<ProcessMessageSubscriptionValue> = (state, record) => {
  const { elementInstanceKey, messageName } = record.value;
  state.processMessageSubscriptions.delete(elementInstanceKey, messageName);
  state.pendingSubscriptions.delete(elementInstanceKey, messageName);
};
