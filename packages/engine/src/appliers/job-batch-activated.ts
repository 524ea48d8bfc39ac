import type { JobBatchValue } from '@waggle/protocol';
import { jobGroup } from '../state/job-group.ts';
import type { Applier } from './applier.ts';

export const jobBatchActivated: Applier<JobBatchValue> = (state, record) => {
  const { jobKeys, deadline, worker } = record.value;
  for (const key of jobKeys) {
    const job = state.jobs.get(key);
    if (job === undefined) continue;
    state.activatableJobs.delete(jobGroup(job.value.type, job.value.tenantId), key);
    state.jobDeadlines.put(deadline, key);
    state.jobs.put(key, { state: 'ACTIVATED', value: { ...job.value, deadline, worker } });
  }
};
