import type { AsyncRequestValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const asyncRequestReceived: Applier<AsyncRequestValue> = (state, record) => {
  state.asyncRequests.put(record.value.scopeKey, record.key, record.value);
};
