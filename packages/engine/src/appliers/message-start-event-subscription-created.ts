import type { MessageStartEventSubscriptionValue } from '@waggle/protocol';
import { tenantName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const messageStartEventSubscriptionCreated: Applier<MessageStartEventSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  const name = tenantName(value.messageName, value.tenantId);
  state.messageStartEventSubscriptions.put(name, value.processDefinitionKey, { key, value });
  state.processStartMessages.put(value.processDefinitionKey, value.messageName, true);
};
