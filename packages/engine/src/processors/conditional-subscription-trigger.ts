import type { ConditionalSubscriptionValue } from '@waggle/protocol';
import type { Processor } from './processor.ts';

export const conditionalSubscriptionTrigger: Processor<ConditionalSubscriptionValue> = () => {
  throw new Error('NOT BUILT YET');
};
