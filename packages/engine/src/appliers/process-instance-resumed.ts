import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const processInstanceResumed: Applier<ProcessInstanceValue> = (state, record) => {
  state.suspensions.delete(record.key);
};
