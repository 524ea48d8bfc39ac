import type { ConditionalSubscriptionValue } from '@waggle/protocol';
import { removeConditional } from '../state/conditional-removal.ts';
import type { Applier } from './applier.ts';

export const conditionalSubscriptionTriggered: Applier<ConditionalSubscriptionValue> = (state, { key, value }) => {
  if (value.isInterrupting) removeConditional(state, key, value);
};
