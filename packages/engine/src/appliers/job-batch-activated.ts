import type { JobBatchValue } from '@waggle/protocol';
import { leaseTokenOf } from '../state/lease-token.ts';
import type { Applier } from './applier.ts';
import { unlistJob } from './unlist-job.ts';

export const jobBatchActivated: Applier<JobBatchValue> = (state, record) => {
  const { jobKeys, deadline, worker } = record.value;
  const leaseToken = leaseTokenOf(record.key, record.value);
  for (const key of jobKeys) {
    const job = state.jobs.get(key);
    if (job === undefined) continue;
    unlistJob(state, key, job.value);
    state.jobDeadlines.put(deadline, key);
    state.jobs.put(key, { state: 'ACTIVATED', value: { ...job.value, deadline, worker, leaseToken } });
  }
};
