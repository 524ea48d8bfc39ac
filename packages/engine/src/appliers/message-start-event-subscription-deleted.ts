import type { MessageStartEventSubscriptionValue } from '@waggle/protocol';
import { tenantName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const messageStartEventSubscriptionDeleted: Applier<MessageStartEventSubscriptionValue> = (state, record) => {
  const { value } = record;
  state.messageStartEventSubscriptions.delete(
    tenantName(value.messageName, value.tenantId),
    value.processDefinitionKey,
  );
  state.processStartMessages.delete(value.processDefinitionKey, value.messageName);
};
