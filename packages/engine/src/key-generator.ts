import { counterOf, type Key, keyOf, partitionIdOf } from '@waggle/protocol';

/** Gives out a partition's keys. Its counter is part of every checkpoint and grows with every replayed record. */
export class KeyGenerator {
  readonly #partitionId: number;
  readonly #base: bigint;
  #counter = 0n;

  constructor(partitionId: number) {
    this.#partitionId = partitionId;
    this.#base = keyOf(partitionId, 0n);
  }

  get counter(): bigint {
    return this.#counter;
  }

  next(): Key {
    this.#counter += 1n;
    return (this.#base + this.#counter) as Key;
  }

  /** Goes back to a counter whose later keys were given to nothing that remains. */
  reset(counter: bigint): void {
    this.#counter = counter;
  }

  /** Sees to it that a key found in the log is not given out again. */
  advancePast(key: Key): void {
    if (key <= this.#base + this.#counter || partitionIdOf(key) !== this.#partitionId) return;
    this.#counter = counterOf(key);
  }
}
