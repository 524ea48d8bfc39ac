import type { Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { timerOwnerKey } from '../state/timer-owner.ts';

/** Drops a timer that fired or was given up. */
export function removeTimer(state: EngineState, key: Key): void {
  const timer = state.timers.get(key);
  if (timer === undefined) return;
  state.timers.delete(key);
  state.ownedTimers.delete(timerOwnerKey(timer), key);
  // A timer that is held lies in the other of the two.
  state.timerSchedule.delete(timer.dueDate, key);
  state.suspendedTimers.delete(timer.processInstanceKey, key);
}
