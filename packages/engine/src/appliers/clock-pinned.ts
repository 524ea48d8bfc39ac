import type { ClockValue } from '@waggle/protocol';
import { PINNED_TIME } from '../state/table-names.ts';
import type { Applier } from './applier.ts';

export const clockPinned: Applier<ClockValue> = (state, record) => {
  state.clock.put(PINNED_TIME, record.value.time);
};
