import type { JobValue, Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { listJob } from './list-job.ts';

/** Puts a job where workers find it, once even when it was created without retries: only a failure uses them up. */
export function makeActivatable(state: EngineState, key: Key, value: JobValue): void {
  state.jobs.put(key, { state: 'ACTIVATABLE', value: { ...value, deadline: -1, recurringTime: -1, variables: '{}' } });
  listJob(state, key, value);
}
