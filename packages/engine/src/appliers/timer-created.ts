import type { TimerValue } from '@waggle/protocol';
import { timerOwnerKey } from '../state/timer-owner.ts';
import { isArmed } from '../state/unarmed-timer.ts';
import type { Applier } from './applier.ts';

export const timerCreated: Applier<TimerValue> = (state, record) => {
  const { key, value } = record;
  state.timers.put(key, value);
  state.ownedTimers.put(timerOwnerKey(value), key, true);
  if (isArmed(value)) state.timerSchedule.put(value.dueDate, key);
};
