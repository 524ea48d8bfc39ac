import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const jobTimeoutUpdated: Applier<JobValue> = (state, record) => {
  const job = state.jobs.get(record.key);
  if (job === undefined) return;
  state.jobDeadlines.delete(job.value.deadline, record.key);
  state.jobDeadlines.put(record.value.deadline, record.key);
  state.jobs.put(record.key, { ...job, value: { ...job.value, deadline: record.value.deadline } });
};
