import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { listJob } from './list-job.ts';
import { unlistJob } from './unlist-job.ts';

export const jobPriorityUpdated: Applier<JobValue> = (state, record) => {
  const { key } = record;
  const job = state.jobs.get(key);
  if (job === undefined) return;
  const value = { ...job.value, priority: record.value.priority };
  if (job.state === 'ACTIVATABLE') unlistJob(state, key, job.value);
  state.jobs.put(key, { ...job, value });
  if (job.state === 'ACTIVATABLE') listJob(state, key, value);
};
