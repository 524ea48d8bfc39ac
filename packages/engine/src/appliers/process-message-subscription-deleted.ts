import type { ProcessMessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processMessageSubscriptionDeleted: Applier<ProcessMessageSubscriptionValue> = (state, record) => {
  const { elementInstanceKey, messageName, isHeld } = record.value;
  if (isHeld) state.heldSubscriptions.put(elementInstanceKey, messageName, { ...record.value, isHeld: false });
  state.processMessageSubscriptions.delete(elementInstanceKey, messageName);
  state.pendingSubscriptions.delete(elementInstanceKey, messageName);
};
