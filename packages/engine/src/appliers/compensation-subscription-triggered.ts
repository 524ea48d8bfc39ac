import { type CompensationSubscriptionValue, NO_KEY } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const compensationSubscriptionTriggered: Applier<CompensationSubscriptionValue> = (state, { key, value }) => {
  const { compensationHandlerInstanceKey, throwEventId, throwEventInstanceKey } = value;
  const present = state.compensationSubscriptions.get(key);
  if (present === undefined) return;
  const triggered = { ...present, compensationHandlerInstanceKey, throwEventId, throwEventInstanceKey };
  state.compensationSubscriptions.put(key, triggered);
  if (compensationHandlerInstanceKey === NO_KEY) return;
  state.compensationHandlers.put(compensationHandlerInstanceKey, key);
  state.triggeredCompensations.put(throwEventInstanceKey, key, true);
};
