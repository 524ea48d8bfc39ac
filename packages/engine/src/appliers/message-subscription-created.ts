import type { MessageSubscriptionValue } from '@waggle/protocol';
import { correlationName } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const messageSubscriptionCreated: Applier<MessageSubscriptionValue> = (state, record) => {
  const { key, value } = record;
  state.messageSubscriptions.put(key, { key, value, isCorrelating: false });
  state.correlatableSubscriptions.put(
    correlationName(value.messageName, value.correlationKey, value.tenantId),
    key,
    true,
  );
  state.elementMessageSubscriptions.put(value.elementInstanceKey, value.messageName, key);
};
