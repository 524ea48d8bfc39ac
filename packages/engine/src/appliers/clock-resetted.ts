import type { ClockValue } from '@waggle/protocol';
import { PINNED_TIME } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const clockResetted: Applier<ClockValue> = (state) => {
  state.clock.delete(PINNED_TIME);
};
