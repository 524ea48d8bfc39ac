import { type ConditionalSubscriptionValue, NO_KEY } from '@waggle/protocol';
import { conditionalOwnerKey } from '../state/conditional-owner.ts';
import type { Applier } from './applier.ts';

export const conditionalSubscriptionCreated: Applier<ConditionalSubscriptionValue> = (state, { key, value }) => {
  state.conditionalSubscriptions.put(key, value);
  state.ownedConditionals.put(conditionalOwnerKey(value), key, true);
  if (value.elementInstanceKey === NO_KEY) state.conditionalStarts.put(value.tenantId, key, true);
  else state.instanceConditionals.put(value.processInstanceKey, key, true);
};
