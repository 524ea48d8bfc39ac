import type { MessageSubscriptionValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const messageSubscriptionMigrated: Applier<MessageSubscriptionValue> = () => {
  throw new Error('NOT BUILT YET');
};
