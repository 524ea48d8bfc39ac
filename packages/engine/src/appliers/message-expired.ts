import type { MessageValue } from '@waggle/protocol';
import { correlationName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const messageExpired: Applier<MessageValue> = (state, record) => {
  const { key, value } = record;
  const group = correlationName(value.name, value.correlationKey, value.tenantId);
  state.messages.delete(key);
  state.bufferedMessages.delete(group, key);
  state.messageDeadlines.delete(value.deadline, key);
  if (value.messageId !== '') state.messageIds.delete(group, value.messageId);
  const processIds: string[] = [];
  state.messageCorrelations.forEach(key, (processId) => processIds.push(processId));
  for (const processId of processIds) state.messageCorrelations.delete(key, processId);
};
