import { type Key, NO_KEY } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { unscheduleJob } from './job-unscheduling.ts';

/** Drops a job for good. */
export function removeJob(state: EngineState, key: Key): void {
  const job = state.jobs.get(key);
  if (job === undefined) return;
  unscheduleJob(state, key);
  state.jobs.delete(key);
  const instance = state.elementInstances.get(job.value.elementInstanceKey);
  if (instance !== undefined && instance.jobKey === key) {
    state.elementInstances.put(instance.key, { ...instance, jobKey: NO_KEY });
  }
}
