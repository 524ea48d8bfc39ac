import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { unscheduleJob } from './job-unscheduling.ts';

export const jobSuspended: Applier<JobValue> = (state, record) => {
  const { key } = record;
  const job = state.jobs.get(key);
  if (job === undefined || job.state === 'SUSPENDED') return;
  unscheduleJob(state, key);
  // Who worked on it may still bring a result when it is resumed, as long as nobody else has taken it.
  const resumesAs = job.state === 'ACTIVATED' ? 'ACTIVATABLE' : job.state;
  state.jobs.put(key, { state: 'SUSPENDED', value: job.value, resumesAs });
};
