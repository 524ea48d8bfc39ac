import type { TimerValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

/** Off the schedule, or it would stay due until the instance is resumed. */
export const timerSuspended: Applier<TimerValue> = (state, record) => {
  const { key, value } = record;
  state.timerSchedule.delete(value.dueDate, key);
  state.suspendedTimers.put(value.processInstanceKey, key, true);
};
