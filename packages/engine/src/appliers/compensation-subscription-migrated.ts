import type { CompensationSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const compensationSubscriptionMigrated: Applier<CompensationSubscriptionValue> = (state, { key, value }) => {
  const present = state.compensationSubscriptions.get(key);
  if (present !== undefined) state.compensationSubscriptions.put(key, { ...value, variables: present.variables });
};
