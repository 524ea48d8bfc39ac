import { setTimeout as sleep } from 'node:timers/promises';
import type { CliErrorCode } from '../cli-error.ts';
import { CliError } from '../cli-error.ts';
import type { DemoApi, Variables } from './demo-api.ts';
import { demoProcessIds } from './demo-files.ts';
import { type DemoJobType, demoJobs } from './demo-jobs.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import type { PlannedInstance, PlannedWork } from './planned-instance.ts';

/** Requests under way at once: enough to fill in seconds, few enough for the server to serve others meanwhile. */
const REQUESTS_MAX = 12;
const JOBS_PER_REQUEST_MAX = 100;
/** How long a job is the demo's own. A long one is offered again after it, so it never looks forgotten. */
const JOB_TIMEOUT_MS = 5 * 60 * 1_000;

/** An instance that the demo started. */
export interface StartedInstance {
  readonly key: string;
  readonly planned: PlannedInstance;
}

export interface DemoCluster {
  readonly started: readonly StartedInstance[];
  start(planned: readonly PlannedInstance[]): Promise<void>;
  /**
   * Works on jobs of a type.
   * @param waitMs for a first one; below zero = only what is there.
   * @param beforeEach how long the work takes.
   * @returns how many were there.
   */
  workOn(jobType: DemoJobType, waitMs: number, beforeEach?: () => Promise<void>): Promise<number>;
  /** People do what is planned for the open tasks. @returns how many tasks they touched. */
  workOnTasks(phase: 1 | 2): Promise<number>;
  /** What was refused because somebody else was faster, such as a job of an instance that was cancelled meanwhile. */
  readonly refusals: readonly string[];
}

/** The latest refusals, for whoever wonders; an old one explains nothing. */
const REFUSALS_MAX = 100;

export function demoCluster(api: DemoApi): DemoCluster {
  const started: StartedInstance[] = [];
  const plannedByKey = new Map<string, PlannedInstance>();
  /** Jobs that failed for good: whoever sees them again has them from an operator. */
  const givenUp = new Set<string>();
  const tasksDone = new Map<PlannedWork, number>();
  const refusals: string[] = [];
  const definitionKeys = new Map<string, string | undefined>();

  /** A job or task may be gone when it is answered; a server that is away is another matter. */
  const unlessGone = async (request: Promise<unknown>): Promise<void> => {
    try {
      await request;
    } catch (error) {
      if (!hasCode(error, 'REQUEST_REJECTED')) throw error;
      refusals.push(error.message);
      if (refusals.length > REFUSALS_MAX) refusals.shift();
    }
  };

  const definitionKeyOf = async ({ processDefinitionId, versionTag }: PlannedInstance): Promise<string | undefined> => {
    if (versionTag === undefined) return undefined;
    if (!definitionKeys.has(versionTag)) {
      definitionKeys.set(versionTag, await api.definitionKeyOf(processDefinitionId, versionTag));
    }
    return definitionKeys.get(versionTag);
  };

  const startOne = async (planned: PlannedInstance): Promise<StartedInstance> => {
    const key = await api.start(planned, await definitionKeyOf(planned));
    for (const message of planned.messages ?? []) await api.publish(message);
    return { key, planned };
  };

  const answer = async (jobType: DemoJobType, job: { key: string; retries: number; variables: Variables }) => {
    const outcome = jobType.work(job.variables, givenUp.has(job.key));
    switch (outcome.kind) {
      case 'complete':
        return unlessGone(api.completeJob(job.key, outcome.variables));
      case 'error':
        return unlessGone(api.throwJobError(job.key, outcome.errorCode, outcome.errorMessage));
      case 'fail': {
        const retries = outcome.isFinal ? 0 : job.retries - 1;
        if (retries <= 0) givenUp.add(job.key);
        return unlessGone(api.failJob(job.key, Math.max(0, retries), outcome.errorMessage, outcome.backOffMs ?? 0));
      }
      case 'long':
        // Nobody answers: the work goes on.
        return;
    }
  };

  return {
    started,
    refusals,
    async start(planned) {
      const ready: { readonly index: number; readonly instance: StartedInstance }[] = [];
      await forEachConcurrently([...planned.entries()], REQUESTS_MAX, async ([index, one]) => {
        const instance = await startOne(one);
        plannedByKey.set(instance.key, one);
        ready.push({ index, instance });
      });
      started.push(...ready.toSorted((a, b) => a.index - b.index).map(({ instance }) => instance));
    },
    async workOn(jobType, waitMs, beforeEach) {
      const options = { worker: jobType.worker, jobsMax: JOBS_PER_REQUEST_MAX, timeoutMs: JOB_TIMEOUT_MS, waitMs };
      const jobs = await api.activate(jobType.type, options);
      await forEachConcurrently(jobs, REQUESTS_MAX, async (job) => {
        await beforeEach?.();
        await answer(jobType, job);
      });
      return jobs.length;
    },
    async workOnTasks(phase) {
      let touched = 0;
      for (const task of await api.openTasks(demoProcessIds)) {
        const work = plannedByKey
          .get(task.processInstanceKey)
          ?.work?.find(({ elementId, phase: due = 1 }) => elementId === task.elementId && due <= phase);
        if (work === undefined) continue;
        const count = tasksDone.get(work) ?? 0;
        if (count >= (work.tasksMax ?? Number.POSITIVE_INFINITY)) continue;
        if (work.variables === undefined && task.assignee !== null) continue;
        tasksDone.set(work, count + 1);
        if (task.assignee === null) await unlessGone(api.assign(task.key, work.by));
        if (work.variables !== undefined) await unlessGone(api.completeTask(task.key, work.variables));
        touched += 1;
      }
      return touched;
    },
  };
}

export function hasCode(error: unknown, code: CliErrorCode): error is CliError {
  return error instanceof CliError && error.code === code;
}

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
