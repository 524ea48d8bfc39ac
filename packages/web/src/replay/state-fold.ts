/**
 * The engine's state of one instance at any place of its records: the engine's own appliers over the store in memory.
 *
 * 1. Forward, records are folded one by one. Backward, the store undoes them, as far as its journal reaches; further back
 *    the nearest checkpoint is put into a new store and folded on from.
 * 2. Memory is bounded: the journal by `undoRecords`, checkpoints by `checkpointRows` together; when there are
 *    more, every other one is forgotten and they are taken half as often.
 * 3. A record that an applier refuses changes nothing: it is taken back, noted, and the fold goes on.
 */
import {
  applyEvent,
  createEngineState,
  type EngineState,
  type EngineView,
  type StateEntry,
  type StateKey,
  type StateMark,
  type StateStore,
} from '@waggle/engine/fold';
import { type LogRecord, RecordType } from '@waggle/protocol';
import { createMemoryStateStore } from '@waggle/state/memory';

export interface FoldLimits {
  /** Steps back without going to a checkpoint. */
  readonly undoRecords: number;
  /** Between checkpoints, at first. */
  readonly checkpointRecords: number;
  /** Of all checkpoints together. */
  readonly checkpointRows: number;
}

export const defaultFoldLimits: FoldLimits = {
  // More than a person steps, and some megabytes of old rows.
  undoRecords: 2_000,
  // Folding them takes some 10 ms.
  checkpointRecords: 4_000,
  // 100 to 200 bytes each beside the row itself, which the state shares.
  checkpointRows: 400_000,
};

interface Checkpoint {
  /** Records folded into it. */
  readonly count: number;
  readonly rows: readonly StateEntry[];
}

export interface UnfoldableRecord {
  readonly index: number;
  readonly message: string;
}

export class StateFold {
  readonly #records: readonly LogRecord[];
  #store: StateStore;
  #state: EngineState;
  /** Records folded into the state. */
  #count = 0;
  /** By record that can be undone, from `#undoStart` on: the store before it. */
  #marks: StateMark[] = [];
  #undoStart = 0;
  #checkpoints: Checkpoint[];
  #checkpointRecords: number;
  readonly #limits: FoldLimits;
  readonly #refused = new Map<number, string>();

  /** @param beginning events to fold before the first record: what the records take for granted. */
  constructor(
    records: readonly LogRecord[],
    beginning: readonly LogRecord[] = [],
    limits: FoldLimits = defaultFoldLimits,
  ) {
    this.#limits = limits;
    this.#checkpointRecords = limits.checkpointRecords;
    this.#records = records;
    this.#store = createMemoryStateStore();
    this.#state = createEngineState(this.#store);
    for (const event of beginning) applyEvent(this.#state, event);
    this.#checkpoints = [{ count: 0, rows: [...this.#store.dump()] }];
  }

  /** Records an applier refused, of those that were folded so far. */
  get refused(): readonly UnfoldableRecord[] {
    return [...this.#refused].map(([index, message]) => ({ index, message }));
  }

  /** The state when so many records are folded. Good until the next call. */
  seek(count: number): EngineView {
    if (count < this.#undoStart || (count > this.#count && this.#nearest(count).count > this.#count)) {
      this.#restore(this.#nearest(count));
    }
    while (this.#count > count) this.#stepBack();
    while (this.#count < count) this.#stepForward();
    return this.#state;
  }

  /** Every row at that place, for comparing. */
  rowsAt(count: number): readonly StateEntry[] {
    this.seek(count);
    return [...this.#store.dump()];
  }

  #stepBack(): void {
    this.#store.rollBack(this.#marks.pop()!);
    this.#count -= 1;
  }

  #stepForward(): void {
    const record = this.#records[this.#count]!;
    const mark = this.#store.mark();
    this.#marks.push(mark);
    if (record.recordType === RecordType.EVENT) this.#fold(record, mark);
    this.#count += 1;
    if (this.#marks.length > 2 * this.#limits.undoRecords) this.#shortenJournal();
    if (this.#count - this.#checkpoints.at(-1)!.count >= this.#checkpointRecords) this.#takeCheckpoint();
  }

  #fold(record: LogRecord, mark: StateMark): void {
    try {
      applyEvent(this.#state, record);
    } catch (error) {
      this.#store.rollBack(mark);
      this.#refused.set(this.#count, error instanceof Error ? error.message : String(error));
    }
  }

  #shortenJournal(): void {
    this.#marks = this.#marks.slice(-this.#limits.undoRecords);
    this.#undoStart = this.#count - this.#limits.undoRecords;
    this.#store.release(this.#marks[0]!);
  }

  #takeCheckpoint(): void {
    this.#checkpoints.push({ count: this.#count, rows: [...this.#store.dump()] });
    const rows = this.#checkpoints.reduce((sum, checkpoint) => sum + checkpoint.rows.length, 0);
    if (rows <= this.#limits.checkpointRows) return;
    this.#checkpoints = this.#checkpoints.filter((_, index) => index % 2 === 0);
    this.#checkpointRecords *= 2;
  }

  #nearest(count: number): Checkpoint {
    let nearest = this.#checkpoints[0]!;
    for (const checkpoint of this.#checkpoints) if (checkpoint.count <= count) nearest = checkpoint;
    return nearest;
  }

  #restore({ count, rows }: Checkpoint): void {
    this.#store = createMemoryStateStore();
    // Opens every table as what it is, so that rows find theirs.
    this.#state = createEngineState(this.#store);
    for (const row of rows) putRow(this.#store, row);
    this.#count = count;
    this.#undoStart = count;
    this.#marks = [];
  }
}

/** Rows have one key, members of groups two; a schedule's first key is a time. */
function putRow(store: StateStore, entry: StateEntry): void {
  const [table, first, second] = entry;
  if (entry.length === 3) store.table<StateKey, unknown>(table).put(first as StateKey, second);
  else if (typeof first === 'number') store.schedule(table).put(first, second as bigint);
  else store.groupedTable<StateKey, StateKey, unknown>(table).put(first as StateKey, second as StateKey, entry[3]);
}
