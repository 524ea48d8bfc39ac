/**
 * Gets jobs to streams that could not be pushed when they became activatable: given back by a full receiver, or created
 * while a stream had as many on their way as it may. Without it they would wait for somebody who polls, and a client that
 * only streams never does.
 *
 * 1. One request at a time for each job type, for as many jobs as a receiver takes without a thought.
 * 2. It stops when a partition has no more of them or no stream of the type is left.
 */
import type { ActivatedJob, JobStreamRequest } from '@waggle/protocol';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';

/** Jobs asked for at once: enough to keep a worker busy, few enough to give back when it turns out to be full. */
const JOBS_MAX = 32;
/** Lets the jobs of one turn come together; polling clients, who were woken as well, get theirs first. */
const DELAY_MS = 10;
/** While every stream of the type is full. */
const BLOCKED_DELAY_MS = 100;

/** A stream that takes jobs now. */
export interface RefillStream {
  readonly request: JobStreamRequest;
  /** @returns `false` when the job had to be given back. */
  deliver(partitionId: number, job: ActivatedJob): boolean;
}

export interface JobStreamRefillOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Whether there is a stream of the type at all, full or not. */
  readonly hasStream: (jobType: string) => boolean;
  /** A stream of the type that is not full; streams take turns. */
  readonly pickStream: (jobType: string) => RefillStream | undefined;
  /** Activates jobs for a stream's worker. */
  readonly activate: (
    partitionId: number,
    request: JobStreamRequest,
    maxJobs: number,
  ) => Promise<readonly ActivatedJob[]>;
}

export class JobStreamRefill {
  readonly #options: JobStreamRefillOptions;
  /** Partitions that may have jobs, by type. A type is in here while its refill is scheduled or under way. */
  readonly #pending = new Map<string, Set<number>>();

  constructor(options: JobStreamRefillOptions) {
    this.#options = options;
  }

  /** A partition has activatable jobs that it did not push. */
  jobsAvailable(partitionId: number, jobType: string): void {
    if (!this.#options.hasStream(jobType)) return;
    const partitions = this.#pending.get(jobType);
    if (partitions !== undefined) {
      partitions.add(partitionId);
      return;
    }
    this.#pending.set(jobType, new Set([partitionId]));
    this.#schedule(jobType, DELAY_MS);
  }

  #schedule(jobType: string, delayMs: number): void {
    this.#options.clock.schedule(delayMs, () => {
      this.#refill(jobType).catch((error: unknown) => {
        // The jobs stay activatable, and the next announcement tries again.
        this.#pending.delete(jobType);
        this.#options.logger.warn({ err: error, jobType }, 'Jobs could not be activated for a stream');
      });
    });
  }

  async #refill(jobType: string): Promise<void> {
    const partitions = this.#pending.get(jobType);
    const [partitionId] = partitions ?? [];
    if (partitions === undefined || partitionId === undefined || !this.#options.hasStream(jobType)) {
      this.#pending.delete(jobType);
      return;
    }
    const stream = this.#options.pickStream(jobType);
    if (stream === undefined) {
      this.#schedule(jobType, BLOCKED_DELAY_MS);
      return;
    }
    // Before asking: what is announced meanwhile counts again.
    partitions.delete(partitionId);
    const jobs = await this.#options.activate(partitionId, stream.request, JOBS_MAX);
    // Every job must go somewhere, so no short cut once one came back.
    const taken = jobs.filter((job) => stream.deliver(partitionId, job)).length;
    // Also when there were fewer than wanted: large ones come a few at a time.
    if (jobs.length > 0) partitions.add(partitionId);
    this.#schedule(jobType, taken < jobs.length ? BLOCKED_DELAY_MS : 0);
  }
}
