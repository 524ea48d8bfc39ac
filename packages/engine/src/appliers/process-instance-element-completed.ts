import type { ProcessInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeElementInstance } from './element-instance-removal.ts';
import { countInnerInstance } from './inner-instance-count.ts';

export const processInstanceElementCompleted: Applier<ProcessInstanceValue> = (state, record) => {
  countInnerInstance(state, record.value, 'completedCount');
  removeElementInstance(state, record.key, record.value);
};
