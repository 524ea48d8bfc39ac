/**
 * Open job streams of one partition, as its engine sees them.
 *
 * 1. A stream is picked only while fewer than `jobsInFlightMax` jobs are on their way to it: picked in the open batch,
 *    waiting for the flush, or pushed and not acknowledged.
 * 2. Streams of a type take turns.
 * 3. A stream that was closed or gave a job back is not picked; what is on its way is given back by the receiver's side.
 */
import type { Effect, JobStream, JobStreams } from '@waggle/engine';
import type { JobStreamRequest } from '@waggle/protocol';

export interface RegisteredStream {
  readonly id: number;
  readonly request: JobStreamRequest;
}

interface OpenStream extends JobStream {
  readonly tenantIds: ReadonlySet<string>;
  readonly type: string;
  /** Picked in the open batch; a command undone alone leaves its pick here until the batch is taken. */
  picked: number;
  /** In taken batches and not yet acknowledged. */
  onTheWay: number;
  isReady: boolean;
}

interface StreamsOfType {
  readonly streams: OpenStream[];
  next: number;
}

export class JobStreamRegistry implements JobStreams {
  readonly #jobsInFlightMax: number;
  readonly #byType = new Map<string, StreamsOfType>();
  readonly #byId = new Map<number, OpenStream>();
  /** Streams picked in the open batch. */
  readonly #picked = new Set<OpenStream>();

  constructor(jobsInFlightMax: number) {
    this.#jobsInFlightMax = jobsInFlightMax;
  }

  get size(): number {
    return this.#byId.size;
  }

  open({ id, request }: RegisteredStream): void {
    if (this.#byId.has(id)) return;
    const stream: OpenStream = {
      id,
      type: request.type,
      worker: request.worker,
      timeoutMs: request.timeoutMs,
      fetchVariables: request.fetchVariables,
      withLease: request.withLease,
      tenantIds: new Set(request.tenantIds),
      picked: 0,
      onTheWay: 0,
      isReady: true,
    };
    this.#byId.set(id, stream);
    const ofType = this.#byType.get(stream.type);
    if (ofType === undefined) this.#byType.set(stream.type, { streams: [stream], next: 0 });
    else ofType.streams.push(stream);
  }

  close(id: number): void {
    const stream = this.#byId.get(id);
    if (stream === undefined) return;
    this.#byId.delete(id);
    this.#picked.delete(stream);
    const ofType = this.#byType.get(stream.type)!;
    ofType.streams.splice(ofType.streams.indexOf(stream), 1);
    if (ofType.streams.length === 0) this.#byType.delete(stream.type);
  }

  /** A receiver that gave a job back is left alone until it can take jobs again. */
  setReady(id: number, isReady: boolean): void {
    const stream = this.#byId.get(id);
    if (stream !== undefined) stream.isReady = isReady;
  }

  pick(jobType: string, tenantId: string, needsLease: boolean): JobStream | undefined {
    const ofType = this.#byType.get(jobType);
    if (ofType === undefined) return undefined;
    const { streams } = ofType;
    for (let tries = 0; tries < streams.length; tries++) {
      const index = (ofType.next + tries) % streams.length;
      const stream = streams[index]!;
      if (!stream.isReady || stream.picked + stream.onTheWay >= this.#jobsInFlightMax) continue;
      if (!stream.tenantIds.has(tenantId) || (needsLease && !stream.withLease)) continue;
      ofType.next = index + 1;
      stream.picked++;
      this.#picked.add(stream);
      return stream;
    }
    return undefined;
  }

  /** The open batch was closed with these effects. */
  batchTaken(effects: readonly Effect[]): void {
    for (const stream of this.#picked) stream.picked = 0;
    this.#picked.clear();
    for (const effect of effects) this.#count(effect, 1);
  }

  /** Batches with these effects will never be durable, and the open batch neither. */
  discardUndelivered(effects: readonly Effect[]): void {
    this.batchTaken([]);
    for (const effect of effects) this.#count(effect, -1);
  }

  /** A pushed job arrived on the receiver's side. */
  acknowledge(id: number): void {
    const stream = this.#byId.get(id);
    if (stream !== undefined) stream.onTheWay--;
  }

  #count(effect: Effect, change: number): void {
    if (effect.kind !== 'push') return;
    const stream = this.#byId.get(effect.streamId);
    if (stream !== undefined) stream.onTheWay += change;
  }
}
