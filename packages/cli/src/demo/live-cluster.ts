import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoApi } from './demo-api.ts';
import type { DemoCluster } from './demo-cluster.ts';
import { demoJobs } from './demo-jobs.ts';
import { operate } from './operate-demo.ts';
import type { InstancePlanner } from './plan-instance.ts';
import type { PlannedMessage } from './planned-instance.ts';
import { seededRandom } from './seeded-random.ts';
import { hasCode } from './unless-gone.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** How long workers wait for a job before they ask again. */
const JOB_WAIT_MS = 20 * SECOND_MS;
/** How long a piece of work takes, so that tokens are seen on their way. */
const [WORK_MS_MIN, WORK_MS_MAX] = [300, 4_000];
/** How long the world around takes to pay and to deliver. */
const [MESSAGE_MS_MIN, MESSAGE_MS_MAX] = [5 * SECOND_MS, 40 * SECOND_MS];
/** How often people look at their tasks. */
const TASK_ROUND_MS = 4 * SECOND_MS;
/** How often operators do what is planned: seldom enough for batches of several. */
const OPERATOR_ROUND_MS = 2 * MINUTE_MS;
/** A server that is restarted, or has too much to do, is back after a few of these. */
const AWAY_MS = 2 * SECOND_MS;

export interface LiveOptions {
  readonly api: DemoApi;
  readonly cluster: DemoCluster;
  readonly plan: InstancePlanner;
  /** New instances a minute; 0 = none. */
  readonly ratePerMinute: number;
  readonly signal: AbortSignal;
  /** Tells something that happened, once. */
  tell(sentence: string): void;
  /** Shows how things are; called now and then. */
  progress(): Promise<void>;
  readonly progressMs: number;
}

/** Keeps a cluster busy until the signal, over outages and refusals of the server. */
export async function liveCluster(options: LiveOptions): Promise<void> {
  const { api, cluster, plan, ratePerMinute, signal, progress, progressMs } = options;
  // Chance in time only: what instances are made of comes from the plan.
  const random = seededRandom(Date.now());
  const pause = async (ms: number): Promise<void> => {
    await sleep(ms, undefined, { signal });
  };
  const again = persistent(options, pause);
  const outbox: { readonly dueMs: number; readonly message: PlannedMessage }[] = [];
  const postLater = async (message: PlannedMessage): Promise<void> => {
    outbox.push({ dueMs: Date.now() + random.integer(MESSAGE_MS_MIN, MESSAGE_MS_MAX), message });
  };

  const startNext = async (): Promise<void> => {
    await pause(MINUTE_MS / ratePerMinute);
    await cluster.start([plan()], postLater);
  };

  const rounds: readonly (() => Promise<unknown>)[] = [
    ...demoJobs.map(
      (jobType) => () => cluster.workOn(jobType, JOB_WAIT_MS, () => pause(random.integer(WORK_MS_MIN, WORK_MS_MAX))),
    ),
    async () => {
      await pause(TASK_ROUND_MS);
      await cluster.workOnTasks(2);
      await cluster.workOffTasks();
    },
    async () => {
      await pause(SECOND_MS);
      for (const waiting of outbox.filter(({ dueMs }) => dueMs <= Date.now())) {
        await api.publish(waiting.message);
        outbox.splice(outbox.indexOf(waiting), 1);
      }
    },
    async () => {
      await pause(OPERATOR_ROUND_MS);
      await operate(api, cluster.takeOperations());
      await api.broadcast('first-day');
    },
    async () => {
      await pause(progressMs);
      await progress();
    },
    ...(ratePerMinute === 0 ? [] : [startNext]),
  ];
  await Promise.all(rounds.map(again)).catch((error: unknown) => {
    // What was under way when it was stopped.
    if (!signal.aborted) throw error;
  });
}

/** Repeats a round until the signal. */
function persistent({ signal, tell }: LiveOptions, pause: (ms: number) => Promise<void>) {
  let isAway = false;
  let refusal: string | undefined;
  return async (round: () => Promise<unknown>): Promise<void> => {
    while (!signal.aborted) {
      try {
        await round();
        if (isAway) tell('The server is back.');
        isAway = false;
      } catch (error) {
        if (hasCode(error, 'SERVER_UNREACHABLE')) {
          if (!isAway) tell('The server is away; trying again …');
          isAway = true;
        } else if (hasCode(error, 'REQUEST_REJECTED')) {
          if (error.message !== refusal) tell(error.message);
          refusal = error.message;
        } else {
          throw error;
        }
        await pause(AWAY_MS);
      }
    }
  };
}
