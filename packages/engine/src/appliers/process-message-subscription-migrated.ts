import type { ProcessMessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processMessageSubscriptionMigrated: Applier<ProcessMessageSubscriptionValue> = () => {
  throw new Error('NOT BUILT YET');
};
