import type { TimerValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

/** Its due date stays, so it keeps its place in the schedule. */
export const timerMigrated: Applier<TimerValue> = (state, record) => {
  if (state.timers.has(record.key)) state.timers.put(record.key, record.value);
};
