/**
 * What is known of the disk's rows, bounded for all tables of a store together.
 *
 * Two generations: what is used moves to the young one; when that holds half of the budget the old one is dropped as a
 * whole and the young one becomes the old. No list to keep per row, and what is used often stays.
 */
export class CacheBudget {
  readonly #unitsMax: number;
  readonly #caches: { turn(): void }[] = [];
  #youngUnits = 0;

  /** @param unitsMax rows of up to 1 kB in both generations together. */
  constructor(unitsMax: number) {
    this.#unitsMax = unitsMax;
  }

  join(cache: { turn(): void }): void {
    this.#caches.push(cache);
  }

  /** Something came into a young generation. May drop the old ones. */
  spend(units: number): void {
    this.#youngUnits += units;
    if (this.#youngUnits * 2 < this.#unitsMax) return;
    this.#youngUnits = 0;
    for (const cache of this.#caches) cache.turn();
  }
}

/** The part of one table. Values are never `undefined`. */
export class CleanCache<Key, Value> {
  readonly #budget: CacheBudget;
  readonly #unitsOf: (value: Value) => number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  /** @param unitsOf what a value weighs, in rows of up to 1 kB. */
  constructor(budget: CacheBudget, unitsOf: (value: Value) => number) {
    this.#budget = budget;
    this.#unitsOf = unitsOf;
    budget.join(this);
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old === undefined) return undefined;
    this.#old.delete(key);
    this.set(key, old);
    return old;
  }

  /** Like `get`, but does not count as use. */
  peek(key: Key): Value | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }

  set(key: Key, value: Value): void {
    this.#young.set(key, value);
    this.#budget.spend(this.#unitsOf(value));
  }

  /** A value in the cache grew in place. */
  grew(units: number): void {
    this.#budget.spend(units);
  }

  delete(key: Key): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  clear(): void {
    this.#young = new Map();
    this.#old = new Map();
  }

  turn(): void {
    this.#old = this.#young;
    this.#young = new Map();
  }
}
