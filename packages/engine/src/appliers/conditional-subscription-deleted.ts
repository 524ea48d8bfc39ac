import type { ConditionalSubscriptionValue } from '@waggle/protocol';
import { removeConditional } from '../state/conditional-removal.ts';
import type { Applier } from './applier.ts';

export const conditionalSubscriptionDeleted: Applier<ConditionalSubscriptionValue> = (state, { key, value }) => {
  removeConditional(state, key, value);
};
