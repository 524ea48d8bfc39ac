import type { AsyncRequestValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const asyncRequestProcessed: Applier<AsyncRequestValue> = (state, record) => {
  state.asyncRequests.delete(record.value.scopeKey, record.key);
};
