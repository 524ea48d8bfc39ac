import type { JobValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

/** Type, retries and deadline stay, so it keeps its place in all indices. */
export const jobMigrated: Applier<JobValue> = (state, record) => {
  const job = state.jobs.get(record.key);
  if (job !== undefined) state.jobs.put(record.key, { ...job, value: record.value });
};
