import type { MessageValue } from '@waggle/protocol';
import { correlationName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const messagePublished: Applier<MessageValue> = (state, record) => {
  const { key, value } = record;
  const group = correlationName(value.name, value.correlationKey, value.tenantId);
  state.messages.put(key, value);
  state.bufferedMessages.put(group, key, true);
  state.messageDeadlines.put(value.deadline, key);
  if (value.messageId !== '') state.messageIds.put(group, value.messageId, key);
};
