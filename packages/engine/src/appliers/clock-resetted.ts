import type { ClockValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const clockResetted: Applier<ClockValue> = () => {
  throw new Error('NOT BUILT YET');
};
