import { type Key, type StoredChanges, ValueType, valueTypeName, type WatchedChanges } from '@waggle/protocol';

/** Instances that are listed. With more, whoever shows one asks anew anyway. */
export const SUMMED_INSTANCES_MAX = 200;

const valueTypes: readonly ValueType[] = Object.values(ValueType);

/** What is watched, as it is looked up for each record. */
export interface Watched {
  readonly isEverything: boolean;
  readonly processInstanceKeys: ReadonlySet<Key>;
}

export function watchedOf({ isEverything, processInstanceKeys }: WatchedChanges): Watched {
  return { isEverything, processInstanceKeys: new Set(processInstanceKeys) };
}

/** Changes, summed up. Its size is bounded by the number of value types, the limit above and what is watched. */
export class ChangeSum {
  readonly #valueTypes = new Set<ValueType>();
  /** `undefined` = too many. */
  #keys: Set<Key> | undefined = new Set();
  readonly #ofInstances = new Map<Key, Set<ValueType>>();

  get isEmpty(): boolean {
    return this.#valueTypes.size === 0 && this.#ofInstances.size === 0;
  }

  /** @param keys the instances it changed something of; `undefined` = it may be any. */
  add(valueType: ValueType, keys: readonly Key[] | undefined, watched: Watched): void {
    if (watched.isEverything) {
      this.#valueTypes.add(valueType);
      if (keys === undefined) this.#keys = undefined;
      else for (const key of keys) this.#list(key);
    }
    if (watched.processInstanceKeys.size === 0) return;
    for (const key of keys ?? watched.processInstanceKeys) {
      if (watched.processInstanceKeys.has(key)) this.#addTo(key, valueType);
    }
  }

  /** Takes all of the other over and leaves it empty. */
  takeFrom(other: ChangeSum): void {
    for (const valueType of other.#valueTypes) this.#valueTypes.add(valueType);
    if (other.#keys === undefined) this.#keys = undefined;
    else for (const key of other.#keys) this.#list(key);
    for (const [key, valueTypes] of other.#ofInstances) {
      for (const valueType of valueTypes) this.#addTo(key, valueType);
    }
    other.clear();
  }

  /** Anything of what is watched may have changed. */
  addAnything(watched: Watched): void {
    for (const valueType of valueTypes) this.add(valueType, undefined, watched);
  }

  /** What there is, for those who watch. */
  toStoredChanges({ isEverything }: Watched): StoredChanges {
    return {
      everything:
        isEverything && this.#valueTypes.size > 0
          ? {
              valueTypes: [...this.#valueTypes].map(valueTypeName),
              processInstanceKeys: this.#keys === undefined ? undefined : [...this.#keys],
            }
          : undefined,
      ofInstances: new Map(
        [...this.#ofInstances].map(([key, valueTypes]) => [key, [...valueTypes].map(valueTypeName)]),
      ),
    };
  }

  clear(): void {
    this.#valueTypes.clear();
    this.#keys = new Set();
    this.#ofInstances.clear();
  }

  #list(key: Key): void {
    this.#keys?.add(key);
    if (this.#keys !== undefined && this.#keys.size > SUMMED_INSTANCES_MAX) this.#keys = undefined;
  }

  #addTo(key: Key, valueType: ValueType): void {
    const valueTypes = this.#ofInstances.get(key);
    if (valueTypes === undefined) this.#ofInstances.set(key, new Set([valueType]));
    else valueTypes.add(valueType);
  }
}
