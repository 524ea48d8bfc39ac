import type { MessageSubscriptionValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const messageSubscriptionMigrate: Processor<MessageSubscriptionValue> = () => {
  throw new Error('NOT BUILT YET');
};
