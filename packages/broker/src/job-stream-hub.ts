/**
 * The receivers' side of job streams: opens each stream on all partitions and hands over what they push.
 *
 * 1. A pushed job is taken by its stream, by an equal one, or given back to its partition (YIELD): never dropped.
 * 2. A stream that gave a job back is left alone for a moment; polling clients and other streams get the jobs.
 * 3. What could not be pushed reaches the streams later (see JobStreamRefill).
 */
import type { PushEffect } from '@waggle/engine';
import type { ActivatedJob, JobReceiver, JobStreamRequest } from '@waggle/protocol';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import { JobStreamRefill, type JobStreamRefillOptions, type RefillStream } from './job-stream-refill.ts';
import type { RegisteredStream } from './job-stream-registry.ts';
import type { PartitionLink } from './partition-link.ts';
import { yieldCommand } from './yield-command.ts';

/** A receiver that is full has sent what it had by then; it has no way to tell earlier. */
const BLOCKED_MS = 100;
/** Closed streams remembered, so that jobs on their way find an equal one; older ones' jobs go back at once. */
const CLOSED_STREAMS_MAX = 1_000;

interface OpenStream extends RegisteredStream {
  readonly receiver: JobReceiver;
  readonly equalTo: string;
  isBlocked: boolean;
}

export class JobStreamHub {
  readonly #links: ReadonlyMap<number, PartitionLink>;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #streams = new Map<number, OpenStream>();
  readonly #streamsByEquality = new Map<string, Set<OpenStream>>();
  readonly #closed = new Map<number, string>();
  readonly #refill: JobStreamRefill;
  /** Streams by job type, in turn. */
  readonly #streamsByType = new Map<string, OpenStream[]>();
  #lastId = 0;
  #givenBack = 0;

  constructor(options: {
    readonly links: ReadonlyMap<number, PartitionLink>;
    readonly clock: Clock;
    readonly logger: Logger;
    readonly activate: JobStreamRefillOptions['activate'];
  }) {
    this.#links = options.links;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#refill = new JobStreamRefill({
      ...options,
      hasStream: (jobType) => this.#streamsByType.has(jobType),
      pickStream: (jobType) => this.#pickStream(jobType),
    });
  }

  /** A partition has activatable jobs that it did not push. */
  jobsAvailable(partitionId: number, jobType: string): void {
    this.#refill.jobsAvailable(partitionId, jobType);
  }

  /** Jobs that no stream took. */
  get givenBack(): number {
    return this.#givenBack;
  }

  get streams(): Iterable<RegisteredStream> {
    return this.#streams.values();
  }

  open(request: JobStreamRequest, receiver: JobReceiver): () => void {
    const equalTo = equalityOf(request);
    const stream: OpenStream = { id: ++this.#lastId, request, receiver, equalTo, isBlocked: false };
    this.#streams.set(stream.id, stream);
    const equals = this.#streamsByEquality.get(equalTo);
    if (equals === undefined) this.#streamsByEquality.set(equalTo, new Set([stream]));
    else equals.add(stream);
    const ofType = this.#streamsByType.get(request.type);
    if (ofType === undefined) this.#streamsByType.set(request.type, [stream]);
    else ofType.push(stream);
    for (const link of this.#links.values()) link.openStream({ id: stream.id, request });
    return () => this.#close(stream);
  }

  /** A partition pushed a job. */
  deliver(partitionId: number, { streamId, job }: PushEffect): void {
    this.#links.get(partitionId)?.acknowledgePush(streamId);
    this.#hand(partitionId, streamId, job);
  }

  /** @returns whether the stream, or an equal one, took the job. */
  #hand(partitionId: number, streamId: number, job: ActivatedJob): boolean {
    const stream = this.#streams.get(streamId);
    if (stream !== undefined && this.#offer(stream, job)) return true;
    const equals = this.#streamsByEquality.get(stream?.equalTo ?? this.#closed.get(streamId) ?? '') ?? [];
    for (const other of equals) {
      if (other !== stream && !other.isBlocked && this.#offer(other, job)) return true;
    }
    this.giveBack(partitionId, job);
    return false;
  }

  #pickStream(jobType: string): RefillStream | undefined {
    const streams = this.#streamsByType.get(jobType) ?? [];
    const index = streams.findIndex(({ isBlocked }) => !isBlocked);
    if (index === -1) return undefined;
    const [stream] = streams.splice(index, 1) as [OpenStream];
    streams.push(stream);
    return { request: stream.request, deliver: (partitionId, job) => this.#hand(partitionId, stream.id, job) };
  }

  /** Makes a job activatable again that nobody received. */
  giveBack(partitionId: number, job: ActivatedJob): void {
    this.#givenBack++;
    this.#links.get(partitionId)?.deliver(yieldCommand(job));
  }

  #offer(stream: OpenStream, job: ActivatedJob): boolean {
    try {
      if (stream.receiver(job)) return true;
    } catch (error) {
      this.#logger.error({ err: error, streamId: stream.id }, 'A job receiver failed; the job is given to another one');
    }
    this.#block(stream);
    return false;
  }

  #block(stream: OpenStream): void {
    // The receiver may close its stream while it refuses.
    if (stream.isBlocked || !this.#streams.has(stream.id)) return;
    this.#setBlocked(stream, true);
    this.#clock.schedule(BLOCKED_MS, () => this.#setBlocked(stream, false));
  }

  #setBlocked(stream: OpenStream, isBlocked: boolean): void {
    stream.isBlocked = isBlocked;
    for (const link of this.#links.values()) link.setStreamReady(stream.id, !isBlocked);
  }

  #close(stream: OpenStream): void {
    if (!this.#streams.delete(stream.id)) return;
    const equals = this.#streamsByEquality.get(stream.equalTo)!;
    equals.delete(stream);
    if (equals.size === 0) this.#streamsByEquality.delete(stream.equalTo);
    const ofType = this.#streamsByType.get(stream.request.type)!;
    ofType.splice(ofType.indexOf(stream), 1);
    if (ofType.length === 0) this.#streamsByType.delete(stream.request.type);
    this.#closed.set(stream.id, stream.equalTo);
    if (this.#closed.size > CLOSED_STREAMS_MAX) {
      const [oldest] = this.#closed.keys();
      this.#closed.delete(oldest!);
    }
    for (const link of this.#links.values()) link.closeStream(stream.id);
  }
}

/** Streams with the same key get the same jobs with the same content. */
function equalityOf({ type, worker, timeoutMs, fetchVariables, tenantIds, withLease }: JobStreamRequest): string {
  return JSON.stringify([type, worker, timeoutMs, fetchVariables, tenantIds, withLease]);
}
