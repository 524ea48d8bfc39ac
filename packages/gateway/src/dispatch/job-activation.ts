import type { ActivatedJob, JobStreamRequest } from '@waggle/protocol';
import { argumentError } from './command-failure.ts';
import { boundedDurationMs } from './duration-ms.ts';
import { checkTenantIds } from './tenant-id.ts';

/** Jobs one request gets at most, however many it asks for: each is held in memory until the answer is sent. */
export const JOBS_PER_ACTIVATION_MAX = 10_000;

/** What a worker asks for, checked by `checkJobActivation`. */
export interface JobActivation extends JobStreamRequest {
  readonly maxJobs: number;
  /** Ms to wait for a first job; 0 = the gateway's default, negative = do not wait. */
  readonly requestTimeoutMs: number;
}

/** Who receives the jobs of one activation. */
export interface JobActivationClient {
  /** Aborts when the client is gone: waiting ends, jobs that were on their way are given back. */
  readonly signal: AbortSignal;
  /**
   * Called once for each partition's batch, in order, never with an empty one, never after the abort. A returned
   * promise holds the next batch back until it resolves, so a slow client does not fill the gateway's memory.
   */
  take(jobs: readonly ActivatedJob[]): void | Promise<void>;
}

/**
 * Brings a worker's request into the form partitions take.
 * @throws {CommandFailedError} kind `argument`: blank type, time-out or number of jobs below 1, foreign tenant.
 */
export function checkJobActivation(activation: JobActivation): JobActivation {
  if (!(activation.maxJobs >= 1)) {
    throw argumentError(
      `Expected to activate jobs with maxJobsToActivate to be greater than zero, but it was ${activation.maxJobs}`,
    );
  }
  return {
    ...checkJobStream(activation),
    maxJobs: Math.min(activation.maxJobs, JOBS_PER_ACTIVATION_MAX),
    requestTimeoutMs: activation.requestTimeoutMs,
  };
}

/** The part of `checkJobActivation` that also holds for streams. */
export function checkJobStream(request: JobStreamRequest): JobStreamRequest {
  if (request.type.trim() === '') {
    throw argumentError('Expected to activate jobs with type to be present, but it was blank');
  }
  if (!(request.timeoutMs >= 1)) {
    throw argumentError(
      `Expected to activate jobs with timeout to be greater than zero, but it was ${request.timeoutMs}`,
    );
  }
  return {
    type: request.type,
    worker: request.worker,
    timeoutMs: boundedDurationMs(request.timeoutMs),
    fetchVariables: request.fetchVariables,
    tenantIds: checkTenantIds(request.tenantIds),
  };
}
