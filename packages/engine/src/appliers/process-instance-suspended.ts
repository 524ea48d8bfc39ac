import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceSuspended: Applier<ProcessInstanceValue> = (state, record) => {
  state.suspensions.put(record.key, 'SUSPENDED');
};
