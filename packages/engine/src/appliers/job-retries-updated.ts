import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const jobRetriesUpdated: Applier<JobValue> = (state, record) => {
  const job = state.jobs.get(record.key);
  if (job === undefined) return;
  state.jobs.put(record.key, { ...job, value: { ...job.value, retries: record.value.retries } });
};
