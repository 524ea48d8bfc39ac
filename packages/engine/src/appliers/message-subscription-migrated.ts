import type { MessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

/** A message reaches each process once: one the instance had as an instance of its former process counts for the new one. */
export const messageSubscriptionMigrated: Applier<MessageSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  const present = state.messageSubscriptions.get(key);
  if (present === undefined) return;
  state.messageSubscriptions.put(key, { ...present, value });
  if (state.messages.has(value.messageKey)) state.messageCorrelations.put(value.messageKey, value.bpmnProcessId, true);
};
