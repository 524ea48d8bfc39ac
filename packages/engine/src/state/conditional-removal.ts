import { type ConditionalSubscriptionValue, type Key, NO_KEY } from '@waggle/protocol';
import { conditionalOwnerKey } from './conditional-owner.ts';
import type { EngineState } from './engine-state.ts';

/** Drops a conditional subscription and whatever finds it. */
export function removeConditional(state: EngineState, key: Key, value: ConditionalSubscriptionValue): void {
  state.conditionalSubscriptions.delete(key);
  state.ownedConditionals.delete(conditionalOwnerKey(value), key);
  if (value.elementInstanceKey === NO_KEY) state.conditionalStarts.delete(value.tenantId, key);
  else state.instanceConditionals.delete(value.processInstanceKey, key);
}
