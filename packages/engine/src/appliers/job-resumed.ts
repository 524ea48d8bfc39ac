import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { makeActivatable } from './job-activatable.ts';

export const jobResumed: Applier<JobValue> = (state, record) => {
  const { key } = record;
  const job = state.jobs.get(key);
  if (job?.state !== 'SUSPENDED') return;
  const { resumesAs = 'ACTIVATABLE', value } = job;
  if (resumesAs === 'ACTIVATABLE') {
    makeActivatable(state, key, value);
    return;
  }
  state.jobs.put(key, { state: resumesAs, value });
  if (resumesAs === 'FAILED' && value.recurringTime >= 0) state.jobBackoffs.put(value.recurringTime, key);
};
