/**
 * Collects what the export changes, for those who watch.
 *
 * 1. A record counts when it changed rows, and is told when those are committed: a search made then sees them.
 * 2. What is told was collected for a while, so that a burst is told once.
 * 3. While nobody watches nothing is collected; a record costs a comparison then.
 */
import { type Key, type LogRecord, type StoredChanges, ValueType, type WatchedChanges } from '@waggle/protocol';
import { KEYS_MAX } from '../store-transaction.ts';
import { ChangeSum, type Watched, watchedOf } from './change-sum.ts';
import { changedInstances } from './changed-instances.ts';

/** Incidents of one transaction whose callers are looked up. With more, everybody is told. */
const INCIDENTS_MAX = KEYS_MAX;

export interface ChangeCollectorOptions {
  tell(changes: StoredChanges): void;
  /** Runs an action after the time that changes are collected for. */
  later(action: () => void): void;
}

const NOTHING: Watched = { isEverything: false, processInstanceKeys: new Set() };

export class ChangeCollector {
  readonly #options: ChangeCollectorOptions;
  #watched: Watched = NOTHING;
  /** Of the transaction that is under way. */
  readonly #folded = new ChangeSum();
  readonly #incidents = new Set<Key>();
  /** Committed, not told yet. */
  readonly #stored = new ChangeSum();
  #isUnderWay = false;
  /** Somebody watches this since the transaction began that is under way. */
  #missed: Watched = NOTHING;
  #isTelling = false;

  constructor(options: ChangeCollectorOptions) {
    this.#options = options;
  }

  get isWatched(): boolean {
    return isAnything(this.#watched);
  }

  /** In place of what was watched. */
  watch(watched: WatchedChanges): void {
    const before = this.#watched;
    this.#watched = watchedOf(watched);
    if (!this.isWatched) this.#stored.clear();
    if (!this.#isUnderWay) return;
    const isNew = (key: Key) => !before.processInstanceKeys.has(key);
    this.#missed = {
      isEverything: this.#missed.isEverything || (watched.isEverything && !before.isEverything),
      processInstanceKeys: new Set([...this.#missed.processInstanceKeys, ...watched.processInstanceKeys.filter(isNew)]),
    };
  }

  /** A transaction begins. */
  begin(): void {
    this.#isUnderWay = true;
  }

  /** A record changed rows in the transaction that is under way. */
  add(record: LogRecord): void {
    this.#folded.add(record.valueType, changedInstances(record), this.#watched);
    if (record.valueType === ValueType.INCIDENT && this.#incidents.size <= INCIDENTS_MAX)
      this.#incidents.add(record.key);
  }

  /**
   * The transaction is committed.
   * @param instancesOf finds the process instances that incidents are within, up to the root; `undefined` = it cannot.
   */
  async commit(instancesOf: (incidentKeys: readonly Key[]) => Promise<readonly Key[] | undefined>): Promise<void> {
    if (this.#incidents.size > 0) {
      const incidents = [...this.#incidents];
      this.#incidents.clear();
      const instances = incidents.length > INCIDENTS_MAX ? undefined : await instancesOf(incidents);
      this.#folded.add(ValueType.INCIDENT, instances, this.#watched);
    }
    if (isAnything(this.#missed)) this.#folded.addAnything(this.#missed);
    this.#missed = NOTHING;
    this.#isUnderWay = false;
    this.#stored.takeFrom(this.#folded);
    this.#tellLater();
  }

  /** Rows of instances went. */
  removed(processInstanceKeys: readonly Key[]): void {
    if (!this.isWatched) return;
    this.#stored.add(ValueType.HISTORY_DELETION, processInstanceKeys, this.#watched);
    this.#tellLater();
  }

  #tellLater(): void {
    if (this.#isTelling || this.#stored.isEmpty) return;
    this.#isTelling = true;
    this.#options.later(() => {
      this.#isTelling = false;
      if (this.#stored.isEmpty) return;
      this.#options.tell(this.#stored.toStoredChanges(this.#watched));
      this.#stored.clear();
    });
  }
}

function isAnything({ isEverything, processInstanceKeys }: Watched): boolean {
  return isEverything || processInstanceKeys.size > 0;
}
