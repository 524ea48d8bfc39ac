import type { JobValue, Key } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';
import { jobGroup, jobRank, rankGroup, USUAL_RANK } from '../state/job-group.ts';

/** Takes a job off the list of those that can be given out. */
export function unlistJob(state: EngineState, key: Key, value: JobValue): void {
  const group = jobGroup(value.type, value.tenantId);
  const rank = jobRank(value);
  const listed = rankGroup(group, rank);
  if (!state.activatableJobs.has(listed, key)) return;
  state.activatableJobs.delete(listed, key);
  if (rank === USUAL_RANK) return;
  const count = state.jobRanks.get(group, rank) ?? 0;
  if (count > 1) state.jobRanks.put(group, rank, count - 1);
  else state.jobRanks.delete(group, rank);
}
