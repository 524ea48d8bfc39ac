import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';
import { makeActivatable } from './job-activatable.ts';
import { unscheduleJob } from './job-unscheduling.ts';

export const jobYielded: Applier<JobValue> = (state, record) => {
  unscheduleJob(state, record.key);
  makeActivatable(state, record.key, record.value);
};
