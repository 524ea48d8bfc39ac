import type { ConditionalSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const conditionalSubscriptionCreated: Applier<ConditionalSubscriptionValue> = () => {
  throw new Error('NOT BUILT YET');
};
