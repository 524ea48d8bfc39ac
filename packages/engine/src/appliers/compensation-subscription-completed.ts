import type { CompensationSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeCompensation } from './compensation-subscription-removal.ts';

export const compensationSubscriptionCompleted: Applier<CompensationSubscriptionValue> = (state, { key }) => {
  removeCompensation(state, key);
};
