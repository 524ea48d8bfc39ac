import type { JobValue, Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { jobGroup } from '../state/job-group.ts';

/** Puts a job where workers find it. A job without retries waits for its incident instead. */
export function makeActivatable(state: EngineState, key: Key, value: JobValue): void {
  state.jobs.put(key, { state: 'ACTIVATABLE', value: { ...value, deadline: -1, recurringTime: -1, variables: '{}' } });
  if (value.retries > 0) state.activatableJobs.put(jobGroup(value.type, value.tenantId), key, true);
}
