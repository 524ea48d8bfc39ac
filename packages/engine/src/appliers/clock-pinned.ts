import type { ClockValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const clockPinned: Applier<ClockValue> = () => {
  throw new Error('NOT BUILT YET');
};
