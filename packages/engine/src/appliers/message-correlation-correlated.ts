import type { MessageCorrelationValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const messageCorrelationCorrelated: Applier<MessageCorrelationValue> = (state, record) => {
  state.messageCorrelationRequests.delete(record.value.messageKey);
};
