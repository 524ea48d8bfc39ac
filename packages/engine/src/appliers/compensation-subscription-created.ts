import type { CompensationSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const compensationSubscriptionCreated: Applier<CompensationSubscriptionValue> = (state, { key, value }) => {
  state.compensationSubscriptions.put(key, value);
  state.compensableScopes.put(value.compensableActivityScopeKey, key, true);
  state.compensatedScopes.put(value.compensableActivityInstanceKey, key);
  state.instanceCompensations.put(value.processInstanceKey, key, true);
};
