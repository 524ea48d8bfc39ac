import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeElementInstance } from './scope-membership.ts';

export const processInstanceElementTerminated: Applier<ProcessInstanceValue> = (state, record) => {
  removeElementInstance(state, record.key, record.value);
};
