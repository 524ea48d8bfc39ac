import type { StateEntry, StateKey, StateTable } from '@waggle/engine';
import { assertRow } from '../assert-row.ts';
import type { Undoable, UndoJournal } from '../undo-journal.ts';
import { type CheckpointedTable, ROWS_PER_STEP } from './checkpointed-table.ts';
import { type CacheBudget, CleanCache } from './clean-cache.ts';
import type { Disk, DiskWriter } from './disk.ts';
import { DiskExtent, type StoredExtent } from './disk-extent.ts';
import { mergedEntries } from './merged-entries.ts';
import { rowUnits } from './row-units.ts';

/** In place of a row: deleted since the last checkpoint; or, in the cache, known not to be on disk. */
const NONE = Symbol('none');
type RowOrNone<Row> = Row | typeof NONE;

/** What a running checkpoint writes. */
interface Frozen<RowKey, Row> {
  readonly rows: Map<RowKey, RowOrNone<Row>>;
  readonly extent: DiskExtent;
}

export interface LmdbTableParts {
  readonly name: string;
  readonly id: number;
  readonly journal: UndoJournal;
  readonly disk: Disk;
  readonly budget: CacheBudget;
  readonly extent: StoredExtent | undefined;
}

/**
 * Rows by one key: changed rows in memory over rows being written over cached rows over the disk.
 *
 * 1. A row is looked for in this order, and the first layer that knows of it decides.
 * 2. A row that is neither on disk nor being written leaves nothing behind when it is deleted: what lives between two
 *    checkpoints is never written.
 */
export class LmdbTable<RowKey extends StateKey, Row> implements StateTable<RowKey, Row>, Undoable, CheckpointedTable {
  readonly name: string;
  readonly kind = 'rows';
  readonly id: number;
  readonly #journal: UndoJournal;
  readonly #disk: Disk;
  readonly #clean: CleanCache<RowKey, RowOrNone<Row>>;
  #dirty = new Map<RowKey, RowOrNone<Row>>();
  #frozen: Frozen<RowKey, Row> | undefined;
  #extent: DiskExtent;

  constructor(parts: LmdbTableParts) {
    this.name = parts.name;
    this.id = parts.id;
    this.#journal = parts.journal;
    this.#disk = parts.disk;
    this.#clean = new CleanCache<RowKey, RowOrNone<Row>>(parts.budget, rowUnits);
    this.#extent = new DiskExtent(parts.extent);
  }

  get(key: RowKey): Row | undefined {
    const row = this.#dirty.get(key);
    if (row !== undefined) return row === NONE ? undefined : row;
    return this.#below(key);
  }

  has(key: RowKey): boolean {
    return this.get(key) !== undefined;
  }

  put(key: RowKey, row: Row): void {
    assertRow(this.name, row);
    this.#journal.push(this, key, undefined, this.get(key));
    this.#dirty.set(key, row);
  }

  delete(key: RowKey): void {
    const before = this.get(key);
    if (before === undefined) return;
    this.#journal.push(this, key, undefined, before);
    this.#remove(key);
  }

  undo(key: RowKey, _member: undefined, rowBefore: Row | undefined): void {
    if (rowBefore === undefined) this.#remove(key);
    else this.#dirty.set(key, rowBefore);
  }

  *entries(): Generator<readonly [RowKey, Row]> {
    const paths = [...this.#dirty.keys(), ...(this.#frozen?.rows.keys() ?? [])].map((key) => [key]);
    for (const [path, row] of mergedEntries<Row>(paths, this.#disk.rows(this.id), (path) =>
      this.get(path[0] as RowKey),
    )) {
      yield [path[0] as RowKey, row];
    }
  }

  get dirtyCount(): number {
    return this.#dirty.size;
  }

  freeze(): void {
    this.#frozen = { rows: this.#dirty, extent: this.#extent.copy() };
    this.#dirty = new Map();
  }

  *writeFrozen(writer: DiskWriter): Generator<void> {
    if (this.#frozen === undefined) return;
    const { rows, extent } = this.#frozen;
    let count = 0;
    for (const [key, row] of rows) {
      if (row === NONE) writer.delete(this.id, key, undefined);
      else {
        writer.put(this.id, key, undefined, row);
        extent.add(key, undefined);
      }
      if (++count % ROWS_PER_STEP === 0) yield;
    }
  }

  nextExtent(): StoredExtent {
    return (this.#frozen?.extent ?? this.#extent).stored();
  }

  *settle(): Generator<void> {
    if (this.#frozen === undefined) return;
    let count = 0;
    for (const [key, row] of this.#frozen.rows) {
      if (row === NONE) this.#clean.delete(key);
      else this.#clean.set(key, row);
      if (++count % ROWS_PER_STEP === 0) yield;
    }
    this.#extent = this.#frozen.extent;
    this.#frozen = undefined;
  }

  thaw(): void {
    if (this.#frozen === undefined) return;
    const rows = this.#frozen.rows;
    for (const [key, row] of this.#dirty) rows.set(key, row);
    this.#dirty = rows;
    this.#frozen = undefined;
    // It may know rows of the transaction that failed.
    this.#clean.clear();
  }

  *dump(): Generator<StateEntry> {
    for (const [key, row] of this.entries()) yield [this.name, key, row];
  }

  #below(key: RowKey): Row | undefined {
    const frozen = this.#frozen?.rows.get(key);
    if (frozen !== undefined) return frozen === NONE ? undefined : frozen;
    if (!this.#extent.mayHave(key)) return undefined;
    const clean = this.#clean.get(key);
    if (clean !== undefined) return clean === NONE ? undefined : clean;
    const row = this.#disk.get(this.id, key) as Row | undefined;
    this.#clean.set(key, row === undefined ? NONE : row);
    return row;
  }

  #remove(key: RowKey): void {
    if (this.#mayBeBelow(key)) this.#dirty.set(key, NONE);
    else this.#dirty.delete(key);
  }

  #mayBeBelow(key: RowKey): boolean {
    const frozen = this.#frozen?.rows.get(key);
    if (frozen !== undefined) return frozen !== NONE;
    return this.#extent.mayHave(key) && this.#clean.peek(key) !== NONE;
  }
}
