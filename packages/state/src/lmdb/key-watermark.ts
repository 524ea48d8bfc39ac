/** Bits of a key below the partition that assigned it. */
const COUNTER_BITS = 51n;

/**
 * The highest keys that may be on disk. Keys grow, so a higher one was assigned after the last checkpoint and needs no
 * lookup: most of what a young process instance asks for.
 *
 * Kept per partition, because keys of another partition (a message subscription's process instance) are all higher, or
 * all lower, than our own.
 */
export class KeyWatermark {
  #highest: bigint | undefined;
  readonly #byPartition: Map<number, bigint>;

  constructor(highestKeys: Iterable<bigint> = []) {
    this.#byPartition = new Map();
    for (const key of highestKeys) this.raise(key);
  }

  /** Whether a key is higher than every key on disk of its partition. */
  isBelow(key: bigint): boolean {
    if (this.#highest === undefined || key > this.#highest) return true;
    const highest = this.#byPartition.get(partitionOf(key));
    return highest === undefined || key > highest;
  }

  raise(key: bigint): void {
    const partition = partitionOf(key);
    const highest = this.#byPartition.get(partition);
    if (highest !== undefined && highest >= key) return;
    this.#byPartition.set(partition, key);
    if (this.#highest === undefined || key > this.#highest) this.#highest = key;
  }

  /** What to build it from again. */
  highestKeys(): bigint[] {
    return [...this.#byPartition.values()];
  }
}

function partitionOf(key: bigint): number {
  return Number(key >> COUNTER_BITS);
}
