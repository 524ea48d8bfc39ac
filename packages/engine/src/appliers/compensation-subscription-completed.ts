import type { CompensationSubscriptionValue } from '@waggle/protocol';
import { removeCompensation } from '../state/compensation-removal.ts';
import type { Applier } from './applier.ts';

export const compensationSubscriptionCompleted: Applier<CompensationSubscriptionValue> = (state, { key }) => {
  removeCompensation(state, key);
};
