import type { JobValue, Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { jobGroup, jobRank, rankGroup, USUAL_RANK } from '../state/job-group.ts';

/** Lists a job among those that can be given out. */
export function listJob(state: EngineState, key: Key, value: JobValue): void {
  const group = jobGroup(value.type, value.tenantId);
  const rank = jobRank(value);
  state.activatableJobs.put(rankGroup(group, rank), key, true);
  if (rank !== USUAL_RANK) state.jobRanks.put(group, rank, (state.jobRanks.get(group, rank) ?? 0) + 1);
}
