import type { TimerValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const timerResumed: Applier<TimerValue> = () => {
  throw new Error('NOT BUILT YET');
};
