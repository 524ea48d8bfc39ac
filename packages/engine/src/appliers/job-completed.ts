import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { removeJob } from './job-removal.ts';

export const jobCompleted: Applier<JobValue> = (state, record) => {
  removeJob(state, record.key);
};
