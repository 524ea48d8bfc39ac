import type { TimerValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeTimer } from './timer-removal.ts';

export const timerTriggered: Applier<TimerValue> = (state, record) => {
  removeTimer(state, record.key);
};
