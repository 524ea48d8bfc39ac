/**
 * Collects appends while a flush runs and commits them together when it ends.
 *
 * 1. One commit runs at a time; what it covers is settled before the next one starts, in the order of the calls.
 * 2. The first rejection ends it: that append and all behind it are rejected, none of them is handed to `commit`.
 * 3. A refused append (a contract broken, a closed log) waits its turn, so that refusals do not overtake either.
 */
import { LogAppendError, type LogBatch } from '@waggle/engine';
import { LogUsageError } from './errors.ts';
import { BATCH_BYTES_MAX, BATCH_POSITIONS_MAX, GROUP_BATCHES_MAX, PENDING_BYTES_MAX } from './limits.ts';

export interface AppendQueueOptions {
  readonly nextPosition: number;
  /** Bytes of data a group holds unless its first batch alone is larger. */
  readonly groupBytesMax: number;
  /** Makes the batches durable as a whole. A rejection means that none of them will ever be read. */
  readonly commit: (group: readonly LogBatch[]) => Promise<void>;
}

interface Waiting {
  readonly batch: LogBatch;
  readonly refusal: Error | undefined;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export class AppendQueue {
  readonly #options: AppendQueueOptions;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #nextPosition: number;
  #isClosed = false;
  #failure: Error | undefined;
  #running: Promise<void> | undefined;

  constructor(options: AppendQueueOptions) {
    this.#options = options;
    this.#nextPosition = options.nextPosition;
  }

  /** Why appends are no longer taken; `undefined` while they are. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  append(batch: LogBatch): Promise<void> {
    if (this.#failure) return Promise.reject(closedAfter(this.#failure));
    const refusal = this.#refusal(batch);
    this.#nextPosition = batch.lastPosition + 1;
    this.#waitingBytes += batch.data.byteLength;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, refusal, resolve, reject });
      // Starting in a microtask lets appends called in the same breath share the first flush too.
      this.#running ??= Promise.resolve().then(() => this.#run());
    });
  }

  /** Takes no more appends and waits until all earlier ones are settled. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#running;
    this.#failure ??= new LogAppendError('CLOSED', 'Expected an open log, but it was closed.');
  }

  #refusal(batch: LogBatch): Error | undefined {
    const { firstPosition, lastPosition, data } = batch;
    if (this.#isClosed) {
      return new LogAppendError('CLOSED', 'Expected an open log, but it was closed. Append before close().');
    }
    if (
      firstPosition !== this.#nextPosition ||
      !(lastPosition >= firstPosition) ||
      !Number.isSafeInteger(lastPosition)
    ) {
      return new LogUsageError(
        'NOT_CONTIGUOUS',
        `Expected a batch that starts at position ${this.#nextPosition}, but got ${firstPosition} to ${lastPosition}.`,
      );
    }
    if (data.byteLength > BATCH_BYTES_MAX || lastPosition - firstPosition >= BATCH_POSITIONS_MAX) {
      return new LogUsageError(
        'BATCH_TOO_LARGE',
        `Expected a batch of at most ${BATCH_BYTES_MAX} bytes and ${BATCH_POSITIONS_MAX} positions, but the one at ` +
          `position ${firstPosition} has ${data.byteLength} bytes and ends at ${lastPosition}. Append smaller batches.`,
      );
    }
    if (this.#waitingBytes + data.byteLength > PENDING_BYTES_MAX) {
      return new LogUsageError(
        'PENDING_TOO_MUCH',
        `Expected at most ${PENDING_BYTES_MAX} bytes of unsettled appends, but position ${firstPosition} would exceed ` +
          'that. Await earlier appends before calling more.',
      );
    }
    return undefined;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#takeGroup();
      if (group.length === 0) {
        const first = this.#waiting[0]!;
        this.#fail(first.refusal!, []);
        break;
      }
      try {
        await this.#options.commit(group.map((entry) => entry.batch));
      } catch (error) {
        this.#fail(error instanceof Error ? error : new Error(String(error)), group);
        break;
      }
      for (const entry of group) {
        this.#waitingBytes -= entry.batch.data.byteLength;
        entry.resolve();
      }
    }
    this.#running = undefined;
  }

  #takeGroup(): Waiting[] {
    const first = this.#waiting[0]!;
    if (first.refusal) return [];
    let count = 1;
    let bytes = first.batch.data.byteLength;
    while (count < this.#waiting.length && count < GROUP_BATCHES_MAX) {
      const { batch, refusal } = this.#waiting[count]!;
      bytes += batch.data.byteLength;
      if (refusal || bytes > this.#options.groupBytesMax) break;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  #fail(failure: Error, group: readonly Waiting[]): void {
    this.#failure = failure;
    const rejected = [...group, ...this.#waiting];
    this.#waiting = [];
    this.#waitingBytes = 0;
    // A refusal is the mistake of one append: the ones behind it only learn that the log is closed.
    const isRefusal = group.length === 0;
    rejected.forEach((entry, index) => {
      entry.reject(isRefusal && index > 0 ? closedAfter(failure) : failure);
    });
  }
}

function closedAfter(failure: Error): LogAppendError {
  return new LogAppendError(
    'CLOSED',
    `Expected an open log, but an earlier append failed: ${failure.message} Open the log again to go on.`,
    { cause: failure },
  );
}
