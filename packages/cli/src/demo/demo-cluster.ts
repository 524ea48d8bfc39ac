import type { DemoApi, DemoJob, DemoTask } from './demo-api.ts';
import { demoProcessIds } from './demo-files.ts';
import type { DemoJobType } from './demo-jobs.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { YOU } from './people.ts';
import type { PlannedInstance, PlannedMessage, PlannedOperation, PlannedWork } from './planned-instance.ts';
import { unlessGone } from './unless-gone.ts';
import { usualWork } from './usual-work.ts';

/** Requests under way at once: enough to fill in seconds, few enough for the server to serve others meanwhile. */
export const REQUESTS_MAX = 12;
const JOBS_PER_REQUEST_MAX = 100;
/** How long a job is the demo's own. A long one is offered again after it, so it never looks forgotten. */
const JOB_TIMEOUT_MS = 5 * 60 * 1_000;
/** What is remembered of instances and jobs, days of them; the oldest are forgotten and treated as any other. */
const REMEMBERED_MAX = 20_000;
/** Open tasks from which on people do more than was planned: enough to look at, and no end of them in the long run. */
const OPEN_TASKS_GOAL = 80;

/** An instance that operators will do something with. */
export interface OperatedInstance {
  readonly key: string;
  readonly operation: PlannedOperation;
}

export interface DemoCluster {
  /** @param post what becomes of messages for the instances; they are sent at once without. */
  start(planned: readonly PlannedInstance[], post?: (message: PlannedMessage) => Promise<unknown>): Promise<void>;
  /**
   * Works on jobs of a type.
   * @param waitMs for a first one; below zero = only what is there.
   * @param beforeEach how long the work takes.
   * @returns how many were there.
   */
  workOn(jobType: DemoJobType, waitMs: number, beforeEach?: () => Promise<void>): Promise<number>;
  /** People do what is planned for the open tasks. @returns how many tasks they touched. */
  workOnTasks(phase: 1 | 2): Promise<number>;
  /** Somebody does a task that nothing is planned for, the oldest, when there are many. */
  workOffTasks(): Promise<void>;
  /** @returns what operators have not been told of yet. */
  takeOperations(): readonly OperatedInstance[];
}

export function demoCluster(api: DemoApi): DemoCluster {
  let operations: OperatedInstance[] = [];
  const workOf = new Map<string, readonly PlannedWork[]>();
  /** Jobs that failed for good: whoever sees them again has them from an operator. */
  const givenUp = new Map<string, true>();
  const tasksDone = new Map<PlannedWork, number>();
  const definitionKeys = new Map<string, string | undefined>();

  const definitionKeyOf = async ({ processDefinitionId, versionTag }: PlannedInstance): Promise<string | undefined> => {
    if (versionTag === undefined) return undefined;
    if (!definitionKeys.has(versionTag)) {
      definitionKeys.set(versionTag, await api.definitionKeyOf(processDefinitionId, versionTag));
    }
    return definitionKeys.get(versionTag);
  };

  const answer = (jobType: DemoJobType, job: DemoJob): Promise<void> => {
    const outcome = jobType.work(job.variables, givenUp.has(job.key));
    switch (outcome.kind) {
      case 'complete':
        return unlessGone(api.completeJob(job.key, outcome.variables));
      case 'deny':
        return unlessGone(api.denyTask(job.key, outcome.reason));
      case 'error':
        return unlessGone(api.throwJobError(job.key, outcome.errorCode, outcome.errorMessage));
      case 'fail': {
        const retries = outcome.isFinal ? 0 : Math.max(0, job.retries - 1);
        if (retries === 0) remember(givenUp, job.key, true);
        return unlessGone(api.failJob(job.key, retries, outcome.errorMessage, outcome.backOffMs ?? 0));
      }
      case 'long':
        // Nobody answers: the work goes on.
        return Promise.resolve();
    }
  };

  const plannedFor = (task: DemoTask, phase: 1 | 2): PlannedWork | undefined => {
    const work = workOf
      .get(task.processInstanceKey)
      ?.find(({ elementId, phase: due = 1 }) => elementId === task.elementId && due <= phase);
    if (work === undefined || (tasksDone.get(work) ?? 0) >= (work.tasksMax ?? Number.POSITIVE_INFINITY))
      return undefined;
    const isClaimedOnly = work.variables === undefined && task.assignee !== null;
    return isClaimedOnly ? undefined : work;
  };

  return {
    async start(planned, post = api.publish) {
      const started = new Map<PlannedInstance, string>();
      await forEachConcurrently(planned, REQUESTS_MAX, async (one) => {
        const variables: Record<string, unknown> = { ...one.variables };
        for (const document of one.documents ?? []) variables[document.variable] = [await api.upload(document)];
        const key = await api.start({ ...one, variables }, await definitionKeyOf(one));
        started.set(one, key);
        if (one.work !== undefined) remember(workOf, key, one.work);
        for (const message of one.messages ?? []) await post(message);
      });
      // In the order of the plan, whichever was answered first.
      for (const one of planned) {
        const key = started.get(one);
        if (key !== undefined && one.operation !== undefined) operations.push({ key, operation: one.operation });
      }
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
        const work = plannedFor(task, phase);
        if (work === undefined) continue;
        remember(tasksDone, work, (tasksDone.get(work) ?? 0) + 1);
        if (task.assignee === null) await unlessGone(api.assign(task.key, work.by));
        if (work.variables !== undefined) await unlessGone(api.completeTask(task.key, work.variables));
        touched += 1;
      }
      return touched;
    },
    async workOffTasks() {
      const tasks = await api.openTasks(demoProcessIds);
      const oldest = tasks.findLast(
        ({ assignee, elementId }) => assignee !== YOU && usualWork[elementId] !== undefined,
      );
      if (oldest === undefined || tasks.length <= OPEN_TASKS_GOAL) return;
      const { by, variables } = usualWork[oldest.elementId] ?? { by: YOU, variables: {} };
      if (oldest.assignee === null) await unlessGone(api.assign(oldest.key, by));
      await unlessGone(api.completeTask(oldest.key, variables));
    },
    takeOperations() {
      const taken = operations;
      operations = [];
      return taken;
    },
  };
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > REMEMBERED_MAX && oldest !== undefined) map.delete(oldest);
}
