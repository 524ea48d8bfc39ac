import { type ErrorValue, NO_KEY } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const errorCreated: Applier<ErrorValue> = (state, record) => {
  if (record.value.processInstanceKey !== NO_KEY) state.bannedInstances.put(record.value.processInstanceKey, true);
};
