import type { ProcessEventValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processEventTriggered: Applier<ProcessEventValue> = (state, record) => {
  state.eventTriggers.delete(record.value.scopeKey, record.key);
};
