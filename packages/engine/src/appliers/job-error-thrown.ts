import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { unscheduleJob } from './job-unscheduling.ts';

export const jobErrorThrown: Applier<JobValue> = (state, record) => {
  unscheduleJob(state, record.key);
  state.jobs.put(record.key, { state: 'ERROR_THROWN', value: { ...record.value, variables: '{}' } });
};
