import type { CompensationSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const compensationSubscriptionMigrated: Applier<CompensationSubscriptionValue> = () => {
  throw new Error('NOT BUILT YET');
};
