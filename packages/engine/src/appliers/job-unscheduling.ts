import type { Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { unlistJob } from './unlist-job.ts';

/** Takes a job out of the lists its present state put it in. */
export function unscheduleJob(state: EngineState, key: Key): void {
  const job = state.jobs.get(key);
  if (job === undefined) return;
  const { value } = job;
  if (job.state === 'ACTIVATABLE') unlistJob(state, key, value);
  else if (job.state === 'ACTIVATED') state.jobDeadlines.delete(value.deadline, key);
  else if (job.state === 'FAILED' && value.recurringTime >= 0) state.jobBackoffs.delete(value.recurringTime, key);
}
