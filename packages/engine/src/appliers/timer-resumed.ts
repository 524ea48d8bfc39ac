import type { TimerValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const timerResumed: Applier<TimerValue> = (state, record) => {
  const { key, value } = record;
  state.suspendedTimers.delete(value.processInstanceKey, key);
  state.timerSchedule.put(value.dueDate, key);
};
