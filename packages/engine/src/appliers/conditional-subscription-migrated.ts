import type { ConditionalSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const conditionalSubscriptionMigrated: Applier<ConditionalSubscriptionValue> = (state, { key, value }) => {
  state.conditionalSubscriptions.put(key, value);
};
