/**
 * How far each partition and its read side are, in memory that all threads of a server share: so a search knows without
 * a message what was committed before it came, and waits without asking until that is exported.
 *
 * 1. A committed position is written when its batch is durable and before any of its answers leaves.
 * 2. An exported position is written when the transaction that holds it is durable.
 * 3. One instance per thread: what waits in it shares one wait of the memory for each partition.
 */

/** Positions of all partitions: index 0 is that of partition 1. A partition that is missing counts as 0. */
export type PartitionPositions = readonly number[];

/** Per partition: committed, exported. */
const FIELDS = 2;
const COMMITTED = 0;
const EXPORTED = 1;

export class SharedPositions {
  /** To hand to other threads. */
  readonly buffer: SharedArrayBuffer;
  readonly partitionCount: number;
  readonly #positions: BigInt64Array<SharedArrayBuffer>;
  readonly #waiting: readonly Set<Waiting>[];
  /** Partitions whose next change is awaited. */
  readonly #watched = new Set<number>();

  /** @param source the number of partitions, all at position 0; or the buffer of another instance. */
  constructor(source: { readonly partitionCount: number } | SharedArrayBuffer) {
    this.buffer =
      source instanceof SharedArrayBuffer
        ? source
        : new SharedArrayBuffer(source.partitionCount * FIELDS * BigInt64Array.BYTES_PER_ELEMENT);
    this.#positions = new BigInt64Array(this.buffer);
    this.partitionCount = this.#positions.length / FIELDS;
    this.#waiting = Array.from({ length: this.partitionCount }, () => new Set());
  }

  /** Last durable position of the partition; 0 before it was opened. */
  committed(partitionId: number): number {
    return this.#load(partitionId, COMMITTED);
  }

  setCommitted(partitionId: number, position: number): void {
    Atomics.store(this.#positions, this.#indexOf(partitionId, COMMITTED), BigInt(position));
  }

  /** What a search that comes now has to wait for. */
  committedAll(): PartitionPositions {
    return Array.from({ length: this.partitionCount }, (_, index) => this.committed(index + 1));
  }

  /** Position up to which everything of the partition can be read. */
  exported(partitionId: number): number {
    return this.#load(partitionId, EXPORTED);
  }

  /** Lets go of those who wait for it, in all threads. */
  setExported(partitionId: number, position: number): void {
    const index = this.#indexOf(partitionId, EXPORTED);
    Atomics.store(this.#positions, index, BigInt(position));
    Atomics.notify(this.#positions, index);
  }

  /** @returns whether everything up to the positions can be read now. */
  isExported(positions: PartitionPositions): boolean {
    return positions.every((position, index) => position === 0 || this.exported(index + 1) >= position);
  }

  /**
   * Waits until everything up to the positions can be read. The wait does not keep a process alive.
   * @returns `false` when it could not within the time.
   */
  async waitForExported(positions: PartitionPositions, timeoutMs: number): Promise<boolean> {
    if (this.isExported(positions)) return true;
    const deadline = new Deadline(timeoutMs);
    for (const [index, position] of positions.entries()) {
      if (position === 0 || this.exported(index + 1) >= position) continue;
      if (!(await this.#wait(index + 1, position, deadline))) return false;
    }
    deadline.cancel();
    return true;
  }

  #wait(partitionId: number, position: number, deadline: Deadline): Promise<boolean> {
    const waiting = this.#waiting[partitionId - 1]!;
    return new Promise((resolve) => {
      const entry: Waiting = { position, resolve: () => resolve(true) };
      waiting.add(entry);
      void deadline.passed.then((isPassed) => {
        if (isPassed && waiting.delete(entry)) resolve(false);
      });
      void this.#watch(partitionId);
    });
  }

  async #watch(partitionId: number): Promise<void> {
    if (this.#watched.has(partitionId)) return;
    this.#watched.add(partitionId);
    const waiting = this.#waiting[partitionId - 1]!;
    const index = this.#indexOf(partitionId, EXPORTED);
    while (waiting.size > 0) {
      const exported = Atomics.load(this.#positions, index);
      for (const entry of waiting) {
        if (BigInt(entry.position) > exported) continue;
        waiting.delete(entry);
        entry.resolve();
      }
      // Does not wait when the position changed since it was read.
      if (waiting.size > 0) await Atomics.waitAsync(this.#positions, index, exported).value;
    }
    this.#watched.delete(partitionId);
  }

  #load(partitionId: number, field: number): number {
    return Number(Atomics.load(this.#positions, this.#indexOf(partitionId, field)));
  }

  #indexOf(partitionId: number, field: number): number {
    if (!(partitionId >= 1 && partitionId <= this.partitionCount)) {
      throw new RangeError(`Expected a partition from 1 to ${this.partitionCount}, but got ${partitionId}`);
    }
    return (partitionId - 1) * FIELDS + field;
  }
}

interface Waiting {
  readonly position: number;
  readonly resolve: () => void;
}

/** A timer out of what the language has: a wait for memory that nobody else knows. */
class Deadline {
  /** Whether it passed, or was cancelled before. */
  readonly passed: Promise<boolean>;
  readonly #cell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  constructor(timeoutMs: number) {
    const { value } = Atomics.waitAsync(this.#cell, 0, 0, timeoutMs);
    this.passed = Promise.resolve(value).then((outcome) => outcome === 'timed-out');
  }

  cancel(): void {
    Atomics.notify(this.#cell, 0);
  }
}
