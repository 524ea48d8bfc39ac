import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { makeActivatable } from './job-activatable.ts';
import { unscheduleJob } from './job-unscheduling.ts';

export const jobFailed: Applier<JobValue> = (state, record) => {
  const { key, value } = record;
  unscheduleJob(state, key);
  if (value.retries > 0 && value.recurringTime < 0) {
    makeActivatable(state, key, value);
  } else {
    state.jobs.put(key, { state: 'FAILED', value: { ...value, variables: '{}' } });
    if (value.retries > 0) state.jobBackoffs.put(value.recurringTime, key);
  }
};
