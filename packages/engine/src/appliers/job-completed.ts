import { JobKind, type JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeJob } from './job-removal.ts';
import { countTaskListener } from './task-listener-count.ts';

export const jobCompleted: Applier<JobValue> = (state, record) => {
  removeJob(state, record.key);
  if (record.value.kind === JobKind.TASK_LISTENER) countTaskListener(state, record.value.elementInstanceKey);
};
