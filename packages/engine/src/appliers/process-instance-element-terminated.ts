import { NO_KEY, type ProcessInstanceValue } from '@waggle/protocol';
import { removeCompensationsIn } from '../state/compensation-removal.ts';
import type { Applier } from './applier.ts';
import { removeElementInstance } from './element-instance-removal.ts';
import { countInnerInstance } from './inner-instance-count.ts';
import { removeJob } from './job-removal.ts';

export const processInstanceElementTerminated: Applier<ProcessInstanceValue> = (state, record) => {
  // Left only when a caught error ended it.
  const jobKey = state.elementInstances.get(record.key)?.jobKey ?? NO_KEY;
  if (jobKey !== NO_KEY) removeJob(state, jobKey);
  countInnerInstance(state, record.value, 'terminatedCount');
  removeCompensationsIn(state, record.key);
  removeElementInstance(state, record.key, record.value);
};
