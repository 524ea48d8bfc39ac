import type { Key, MessageSubscriptionValue } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { correlationName } from '../state/table-names.ts';

/** Drops the message side of a subscription. */
export function removeMessageSubscription(state: EngineState, key: Key, value: MessageSubscriptionValue): void {
  state.messageSubscriptions.delete(key);
  state.pendingCorrelations.delete(key);
  state.correlatableSubscriptions.delete(correlationName(value.messageName, value.correlationKey, value.tenantId), key);
  if (state.elementMessageSubscriptions.get(value.elementInstanceKey, value.messageName) === key) {
    state.elementMessageSubscriptions.delete(value.elementInstanceKey, value.messageName);
  }
}
