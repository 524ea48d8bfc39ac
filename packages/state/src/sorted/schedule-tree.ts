import { createBPlusTree } from './b-plus-tree.ts';
import { compareKeys } from './compare-keys.ts';

/** One entry of a schedule. An object of its own, so that stores can tell two entries apart that were equal in turn. */
export interface ScheduleEntry {
  time: number;
  key: bigint;
  /** Whether the last checkpoint holds it. */
  isOnDisk: boolean;
}

/** Entries by time, then key. All of them stay in memory: about 100 bytes each. */
export class ScheduleTree {
  readonly #tree = createBPlusTree<ScheduleEntry, ScheduleEntry>(compareEntries);
  /** Looked up with, never kept. */
  readonly #probe: ScheduleEntry = { time: 0, key: 0n, isOnDisk: false };

  get size(): number {
    return this.#tree.size;
  }

  find(time: number, key: bigint): ScheduleEntry | undefined {
    return this.#tree.get(this.#probeAt(time, key));
  }

  add(entry: ScheduleEntry): void {
    this.#tree.set(entry, entry);
  }

  remove(entry: ScheduleEntry): void {
    this.#tree.delete(entry);
  }

  first(): ScheduleEntry | undefined {
    return this.#tree.minKey();
  }

  /** Visits entries with `time <= until` in order until the visitor returns `false`. */
  forEachUntil(until: number, visitor: (key: bigint, time: number) => unknown): void {
    for (const { time, key } of this.#tree.keys()) {
      if (time > until || visitor(key, time) === false) return;
    }
  }

  /** Entries in order of time, then key. */
  entries(): Iterable<ScheduleEntry> {
    return this.#tree.keys();
  }

  #probeAt(time: number, key: bigint): ScheduleEntry {
    this.#probe.time = time;
    this.#probe.key = key;
    return this.#probe;
  }
}

function compareEntries(left: ScheduleEntry, right: ScheduleEntry): number {
  return left.time !== right.time ? left.time - right.time : compareKeys(left.key, right.key);
}
