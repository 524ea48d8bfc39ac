import { setTimeout as sleep } from 'node:timers/promises';
import { type DemoCluster, REQUESTS_MAX } from './demo-cluster.ts';
import { demoJobs } from './demo-jobs.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';

const NO_WAIT = -1;

/** What an answer has set going may bring its next jobs a moment later. */
const [QUIET_ROUNDS, QUIET_PAUSE_MS] = [3, 100];

/** Works until nothing moves any more. @param phase how far people go. */
export async function settle(cluster: DemoCluster, phase: 1 | 2): Promise<void> {
  for (let quietRounds = 0; quietRounds < QUIET_ROUNDS; ) {
    let moved = 0;
    await forEachConcurrently(demoJobs, REQUESTS_MAX, async (jobType) => {
      // In two steps: "moved += await" would forget what others add while this one waits.
      const jobs = await cluster.workOn(jobType, NO_WAIT);
      moved += jobs;
    });
    const tasks = await cluster.workOnTasks(phase);
    moved += tasks;
    quietRounds = moved === 0 ? quietRounds + 1 : 0;
    if (quietRounds > 0) await sleep(QUIET_PAUSE_MS);
  }
}
