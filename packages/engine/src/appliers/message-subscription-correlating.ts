import type { MessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { isRemote } from './remote-partition.ts';

export const messageSubscriptionCorrelating: Applier<MessageSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  state.messageSubscriptions.put(key, { key, value, isCorrelating: true });
  if (isRemote(key, value.processInstanceKey)) state.pendingCorrelations.put(key, true);
  // A message that was not buffered is gone already and will not be offered again.
  if (state.messages.has(value.messageKey)) state.messageCorrelations.put(value.messageKey, value.bpmnProcessId, true);
};
