/** Does at random what workers do with the jobs they are given. */
import {
  type ActivatedJob,
  type AdHocSubProcessJobResult,
  DEFAULT_TENANT_ID,
  JobBatchIntent,
  JobIntent,
  JobKind,
  type Key,
  type UserTaskJobResult,
  ValueType,
} from '@waggle/protocol';
import type { RandomClient } from './random-client.ts';
import { ERROR_CODES, JOB_TYPES, LEADER_TYPE, LISTENER_TYPE } from './random-draw.ts';

export class RandomWorker {
  readonly #client: RandomClient;
  #held: ActivatedJob[] = [];
  #seenEffects = 0;

  constructor(client: RandomClient) {
    this.#client = client;
  }

  get heldKeys(): readonly Key[] {
    return this.#held.map(({ jobKey }) => jobKey);
  }

  /** Jobs of a batch that got lost were never given to anybody. */
  forget(): void {
    this.#held = [];
  }

  activate(): void {
    const before = this.#client.engine.effects.length;
    this.#client.send(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE, {
      type: this.#client.random.pick([...JOB_TYPES, LISTENER_TYPE, LEADER_TYPE]),
      worker: 'polling',
      timeout: this.#client.random.pick([1_000, 60_000]),
      maxJobsToActivate: this.#client.random.between(1, 4),
      fetchVariables: this.#client.random.pick([[], ['key']]),
      tenantIds: [DEFAULT_TENANT_ID],
      jobKeys: [],
      jobInstanceKeys: [],
      deadline: -1,
      truncated: false,
      withLease: this.#client.random.chance(0.3),
    });
    this.#client.flush();
    for (const effect of this.#client.engine.effects.slice(before)) {
      if (effect.kind === 'response') this.#held.push(...effect.jobs);
    }
  }

  /** Jobs that were pushed since the last look: some find their stream blocked. */
  receivePushes(): void {
    const { effects } = this.#client.engine;
    const pushed = effects.slice(Math.min(this.#seenEffects, effects.length));
    this.#seenEffects = effects.length;
    for (const effect of pushed) {
      if (effect.kind !== 'push') continue;
      if (this.#client.random.chance(0.3)) this.#client.job(JobIntent.YIELD, effect.job.jobKey, {});
      else this.#held.push(effect.job);
    }
  }

  /** A worker does something with a job it was given, perhaps long ago. */
  work(): void {
    if (this.#held.length === 0) {
      this.activate();
      return;
    }
    const { jobKey, kind: jobKind, elementId } = this.#client.random.pick(this.#held);
    if (this.#client.random.chance(0.8)) this.#held = this.#held.filter((job) => job.jobKey !== jobKey);
    const variables = JSON.stringify(this.#client.someVariables());
    const kind = this.#client.random.next();
    if (kind < 0.6) {
      const isLeader = jobKind === JobKind.AD_HOC_SUB_PROCESS;
      const listens = jobKind === JobKind.TASK_LISTENER && this.#client.random.chance(0.9);
      if (isLeader) this.#client.job(JobIntent.COMPLETE, jobKey, { variables, result: this.#leaderResult(elementId) });
      else this.#client.job(JobIntent.COMPLETE, jobKey, listens ? { result: this.#listenerResult() } : { variables });
    } else if (kind < 0.8) {
      this.#client.job(JobIntent.FAIL, jobKey, {
        retries: this.#client.random.below(3),
        retryBackoff: this.#client.random.pick([0, 0, 3_000]),
        errorMessage: 'broken',
        variables,
      });
    } else if (kind < 0.92) {
      const errorCode = this.#client.random.pick([...ERROR_CODES, 'nobody catches this']);
      this.#client.job(JobIntent.THROW_ERROR, jobKey, { errorCode, errorMessage: 'thrown', variables });
    } else {
      const changedAttributes = this.#client.random.pick([
        ['retries'],
        ['timeout'],
        ['retries', 'timeout'],
        ['priority'],
        [],
      ]);
      const priority = this.#client.random.between(-1, 1);
      this.#client.job(JobIntent.UPDATE, jobKey, {
        changedAttributes,
        retries: this.#client.random.below(3),
        timeout: 30_000,
        priority,
      });
    }
  }

  /** A task listener agrees, corrects or denies. */
  #listenerResult(): UserTaskJobResult {
    const isDenied = this.#client.random.chance(0.35);
    const isCorrecting = !isDenied && this.#client.random.chance(0.3);
    return {
      type: 'userTask',
      isDenied,
      deniedReason: isDenied ? 'no' : '',
      correctedAttributes: isCorrecting ? [this.#client.random.pick(['assignee', 'priority', 'dueDate'])] : [],
      corrections: {
        assignee: this.#client.random.pick(['', 'bob']),
        dueDate: '',
        followUpDate: '',
        candidateUsersList: [],
        candidateGroupsList: [],
        priority: this.#client.random.pick([0, 30]),
      },
    };
  }

  /** Who leads an ad-hoc sub-process starts something in it, or has it end. */
  #leaderResult(elementId: string): AdHocSubProcessJobResult {
    const elementIds = this.#client.processes.flatMap(({ adHocElements }) => adHocElements.get(elementId) ?? []);
    if (elementIds.length === 0 || this.#client.random.chance(0.4)) return fulfilled(this.#client.random.chance(0.5));
    const count = this.#client.random.between(1, 3);
    return {
      ...fulfilled(false),
      isCompletionConditionFulfilled: false,
      activateElements: Array.from({ length: count }, () => ({
        elementId: this.#client.random.pick(elementIds),
        variables: this.#client.random.pick(['{}', '{"choice0":2}']),
      })),
    };
  }
}

/** There is nothing more to start. */
export function fulfilled(isCancelRemainingInstances: boolean): AdHocSubProcessJobResult {
  return {
    type: 'adHocSubProcess',
    activateElements: [],
    isCompletionConditionFulfilled: true,
    isCancelRemainingInstances,
  };
}
