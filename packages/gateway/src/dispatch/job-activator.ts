import { type ActivatedJob, PartitionError, type PartitionPort } from '@waggle/protocol';
import { CommandFailedError, toCommandError } from './command-failure.ts';
import { TIMER_MS_MAX } from './duration-ms.ts';
import { giveBackJobs } from './give-back-jobs.ts';
import { checkJobActivation, type JobActivation, type JobActivationClient } from './job-activation.ts';
import { type LongPollingOptions, longPollingDefaults } from './long-polling-options.ts';
import { pollJobs } from './poll-jobs.ts';
import { type WaitingActivation, WaitingActivations } from './waiting-activations.ts';

/** Requests that may wait in this gateway: each holds a connection's stream and some kilobytes. */
export const WAITING_ACTIVATIONS_MAX = 10_000;

/** Job types whose empty looks are remembered: clients choose the names, so the memory must have an end. */
const JOB_TYPES_REMEMBERED_MAX = 10_000;

/** Activates jobs over all partitions, and lets requests wait when there are none. One per gateway. */
export class JobActivator {
  readonly #port: PartitionPort;
  readonly #options: LongPollingOptions;
  readonly #byType = new Map<string, WaitingActivations>();
  readonly #stopListening: () => void;
  #waitingCount = 0;
  #nextPartition = 0;

  constructor(port: PartitionPort, options: Partial<LongPollingOptions> = {}) {
    this.#port = port;
    this.#options = { ...longPollingDefaults, ...options };
    this.#stopListening = port.onJobsAvailable((jobType) => this.#byType.get(jobType)?.announce());
  }

  /**
   * Resolves when the client has got jobs, when its time to wait is over, or when it is gone.
   * @throws {CommandFailedError} the request is wrong or refused; partitions are too busy or away; the gateway closes.
   */
  async activate(request: JobActivation, client: JobActivationClient): Promise<void> {
    const activation = checkJobActivation(request);
    const poll = () => pollJobs(this.#port, this.#nextPartition++, activation, client);
    if (!this.#options.isEnabled || activation.requestTimeoutMs < 0) {
      await poll();
      return;
    }
    if (client.signal.aborted) return;
    if (this.#waitingCount >= WAITING_ACTIVATIONS_MAX) throw tooManyWaiting(activation.type);
    await this.#wait(activation, client.signal, poll);
  }

  /** For jobs that were taken but can no longer be handed to their worker. Never rejects. */
  giveBack(jobs: readonly ActivatedJob[]): Promise<void> {
    return giveBackJobs(this.#port, jobs);
  }

  /** Ends all waiting requests as unavailable. */
  close(): void {
    this.#stopListening();
    const error = new PartitionError('PARTITION_UNAVAILABLE', 'The gateway is shutting down. Connect again later.');
    for (const waiting of this.#byType.values()) waiting.close(toCommandError(error));
  }

  async #wait(activation: JobActivation, signal: AbortSignal, poll: () => Promise<number>): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting = this.#waitingFor(activation.type);
    const entry: WaitingActivation = {
      poll,
      finish: (error) => (error === undefined ? resolve() : reject(error)),
    };
    const end = () => waiting.end(entry);
    const timeoutMs = activation.requestTimeoutMs || this.#options.timeoutMs;
    const timer = setTimeout(end, Math.min(timeoutMs, TIMER_MS_MAX));
    signal.addEventListener('abort', end, { once: true });
    this.#waitingCount++;
    waiting.add(entry);
    try {
      await promise;
    } finally {
      this.#waitingCount--;
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    }
  }

  #waitingFor(jobType: string): WaitingActivations {
    let waiting = this.#byType.get(jobType);
    if (waiting === undefined) {
      if (this.#byType.size >= JOB_TYPES_REMEMBERED_MAX) this.#forgetIdleTypes();
      waiting = new WaitingActivations(this.#options);
      this.#byType.set(jobType, waiting);
    }
    return waiting;
  }

  #forgetIdleTypes(): void {
    for (const [jobType, waiting] of this.#byType) {
      if (waiting.isIdle) this.#byType.delete(jobType);
    }
  }
}

function tooManyWaiting(jobType: string): CommandFailedError {
  return new CommandFailedError({
    kind: 'partition',
    code: 'RESOURCE_EXHAUSTED',
    message:
      `Expected to wait for jobs of type '${jobType}', but ${WAITING_ACTIVATIONS_MAX} requests are already waiting ` +
      'in this gateway. Use fewer workers or more gateways.',
    attempts: [],
  });
}
