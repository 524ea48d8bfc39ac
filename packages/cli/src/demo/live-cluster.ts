import { setTimeout as sleep } from 'node:timers/promises';
import { type DemoCluster, hasCode } from './demo-cluster.ts';
import { demoJobs } from './demo-jobs.ts';
import type { InstancePlanner } from './plan-instance.ts';
import { seededRandom } from './seeded-random.ts';

/** How long workers wait for a job before they ask again. */
const JOB_WAIT_MS = 20_000;
/** How long a piece of work takes, so that tokens are seen on their way. */
const [WORK_MS_MIN, WORK_MS_MAX] = [300, 4_000];
/** How often people look at their tasks. */
const TASK_ROUND_MS = 4_000;
/** A server that is restarted is back after a few of these. */
const AWAY_MS = 2_000;
const MINUTE_MS = 60_000;

export interface LiveOptions {
  readonly cluster: DemoCluster;
  readonly plan: InstancePlanner;
  /** New instances a minute; 0 = none. */
  readonly ratePerMinute: number;
  readonly signal: AbortSignal;
  /** Told once each time the server is away, and when it is back. */
  onServer(state: 'away' | 'back'): void;
  /** Shows how things are; called now and then. */
  progress(): Promise<void>;
  readonly progressMs: number;
}

/** Keeps a cluster busy until the signal. @throws what is no outage of the server. */
export async function liveCluster(options: LiveOptions): Promise<void> {
  const { cluster, plan, ratePerMinute, signal, progress, progressMs } = options;
  const random = seededRandom(Date.now());
  const pause = (ms: number): Promise<unknown> => sleep(ms, undefined, { signal });
  const work = async (): Promise<void> => {
    await pause(random.integer(WORK_MS_MIN, WORK_MS_MAX));
  };
  const again = persistent(options, pause);

  await Promise.all([
    ...demoJobs.map((jobType) => again(() => cluster.workOn(jobType, JOB_WAIT_MS, work))),
    again(async () => {
      await pause(TASK_ROUND_MS);
      await cluster.workOnTasks(1);
    }),
    again(async () => {
      await pause(progressMs);
      await progress();
    }),
    ...(ratePerMinute === 0
      ? []
      : [
          again(async () => {
            await pause(MINUTE_MS / ratePerMinute);
            await cluster.start([plan()]);
          }),
        ]),
  ]).catch((error: unknown) => {
    // What was under way when it was stopped.
    if (!signal.aborted) throw error;
  });
}

/** Repeats a round until the signal, over outages of the server. */
function persistent({ signal, onServer }: LiveOptions, pause: (ms: number) => Promise<unknown>) {
  let isAway = false;
  const tell = (away: boolean): void => {
    if (away !== isAway) onServer(away ? 'away' : 'back');
    isAway = away;
  };
  return async (round: () => Promise<unknown>): Promise<void> => {
    while (!signal.aborted) {
      try {
        await round();
        tell(false);
      } catch (error) {
        if (!hasCode(error, 'SERVER_UNREACHABLE')) throw error;
        tell(true);
        await pause(AWAY_MS);
      }
    }
  };
}
