import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeElementInstance } from './element-instance-removal.ts';

export const processInstanceElementCompleted: Applier<ProcessInstanceValue> = (state, record) => {
  removeElementInstance(state, record.key, record.value);
};
