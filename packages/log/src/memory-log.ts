/**
 * A log in an array: for tests and the browser. Uses nothing from Node.
 */
import type { LogBatch, PartitionLog } from '@waggle/engine';
import { AppendQueue } from './append-queue.ts';
import { logClosed, positionCompacted } from './errors.ts';
import { GROUP_BYTES_MAX } from './limits.ts';

export interface MemoryLogOptions {
  /**
   * Awaited once per group of appends before they count as durable, like a disk's flush; appends called meanwhile form
   * the next group. A rejection fails the log. Default: durable in the next microtask.
   */
  readonly flush?: () => Promise<void>;
  /**
   * The array that keeps the batches; changed by the log alone. It outlives it: a closed or failed log is opened again
   * by a new one with the same array. Default: an array of its own.
   */
  readonly storage?: LogBatch[];
}

export function createMemoryLog(options: MemoryLogOptions = {}): PartitionLog {
  return new MemoryLog(options);
}

class MemoryLog implements PartitionLog {
  readonly #batches: LogBatch[];
  readonly #appends: AppendQueue;
  #isClosed = false;

  constructor({ flush, storage = [] }: MemoryLogOptions) {
    this.#batches = storage;
    this.#appends = new AppendQueue({
      nextPosition: this.lastPosition + 1,
      groupBytesMax: GROUP_BYTES_MAX,
      commit: async (group) => {
        if (flush) await flush();
        for (const batch of group) this.#batches.push(batch);
      },
    });
  }

  get firstPosition(): number {
    return this.#batches[0]?.firstPosition ?? 1;
  }

  get lastPosition(): number {
    return this.#batches.at(-1)?.lastPosition ?? 0;
  }

  append(batch: LogBatch): Promise<void> {
    return this.#appends.append(batch);
  }

  read(position: number): AsyncIterable<LogBatch> {
    return this.#readUpTo(this.lastPosition, position);
  }

  async compact(position: number): Promise<void> {
    if (this.#isClosed) throw logClosed();
    // The newest batch stays, as in a file: an emptied log would forget its last position.
    const count = Math.min(this.#indexOf(position), this.#batches.length - 1);
    if (count > 0) this.#batches.splice(0, count);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#appends.close();
  }

  async *#readUpTo(end: number, position: number): AsyncGenerator<LogBatch> {
    if (this.#isClosed) throw logClosed();
    if (position < this.firstPosition) throw positionCompacted(position, this.firstPosition);
    // A copy, as compaction may go on while this is read.
    for (const batch of this.#batches.slice(this.#indexOf(position), this.#indexOf(end + 1))) {
      if (this.#isClosed) throw logClosed();
      yield batch;
    }
  }

  /** Index of the batch that contains `position`, or of the first one above it. */
  #indexOf(position: number): number {
    let low = 0;
    let high = this.#batches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#batches[middle]!.lastPosition < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
