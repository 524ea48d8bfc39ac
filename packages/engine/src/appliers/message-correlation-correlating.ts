import type { MessageCorrelationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const messageCorrelationCorrelating: Applier<MessageCorrelationValue> = (state, record) => {
  state.messageCorrelationRequests.put(record.value.messageKey, record.value);
};
