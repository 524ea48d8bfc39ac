import type { ActivatedJob, JobStreamRequest } from '@waggle/protocol';
import { argumentError, CommandFailedError } from './command-failure.ts';
import { boundedDurationMs } from './duration-ms.ts';

/** Jobs one request gets at most, however many it asks for: each is held in memory until the answer is sent. */
export const JOBS_PER_ACTIVATION_MAX = 10_000;

/** What a worker asks for, checked by `checkJobActivation`, its tenants by `checkTenantIds`. */
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
 * @throws {CommandFailedError} the rejection partitions would answer with: blank type, time-out or number of jobs below 1.
 */
export function checkJobActivation(activation: JobActivation): JobActivation {
  const problem = streamProblem(activation) ?? maxJobsProblem(activation.maxJobs);
  if (problem !== undefined) {
    throw new CommandFailedError({
      kind: 'rejection',
      rejectionType: 'INVALID_ARGUMENT',
      intentName: 'ACTIVATE',
      reason: `Expected to activate job batch with ${problem}`,
    });
  }
  return {
    ...bounded(activation),
    maxJobs: Math.min(activation.maxJobs, JOBS_PER_ACTIVATION_MAX),
    requestTimeoutMs: activation.requestTimeoutMs,
  };
}

/**
 * Like `checkJobActivation` for a stream, which no single command stands for.
 * @throws {CommandFailedError} kind `argument`: blank type, time-out below 1.
 */
export function checkJobStream(request: JobStreamRequest): JobStreamRequest {
  const problem = streamProblem(request);
  if (problem !== undefined) throw argumentError(`Expected to stream activated jobs with ${problem}`);
  return bounded(request);
}

function streamProblem({ type, timeoutMs }: JobStreamRequest): string | undefined {
  if (type.trim() === '') return 'type to be present, but it was blank';
  return timeoutMs >= 1 ? undefined : `timeout to be greater than zero, but it was '${timeoutMs}'`;
}

function maxJobsProblem(maxJobs: number): string | undefined {
  return maxJobs >= 1 ? undefined : `max jobs to activate to be greater than zero, but it was '${maxJobs}'`;
}

function bounded({ type, worker, timeoutMs, ...rest }: JobStreamRequest): JobStreamRequest {
  const { fetchVariables, tenantIds, withLease } = rest;
  return { type, worker, timeoutMs: boundedDurationMs(timeoutMs), fetchVariables, tenantIds, withLease };
}
