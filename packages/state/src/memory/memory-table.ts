import type { StateEntry, StateKey, StateTable } from '@waggle/engine';
import { assertRow } from '../assert-row.ts';
import { compareKeys } from '../sorted/compare-keys.ts';
import type { Undoable, UndoJournal } from '../undo-journal.ts';

/** Rows by one key in a Map: at most 2^24 of them, V8's limit. */
export class MemoryTable<RowKey extends StateKey, Row> implements StateTable<RowKey, Row>, Undoable {
  readonly name: string;
  readonly kind = 'rows';
  readonly #journal: UndoJournal;
  readonly #rows = new Map<RowKey, Row>();

  constructor(name: string, journal: UndoJournal) {
    this.name = name;
    this.#journal = journal;
  }

  get(key: RowKey): Row | undefined {
    return this.#rows.get(key);
  }

  has(key: RowKey): boolean {
    return this.#rows.has(key);
  }

  put(key: RowKey, row: Row): void {
    assertRow(this.name, row);
    this.#journal.push(this, key, undefined, this.#rows.get(key));
    this.#rows.set(key, row);
  }

  delete(key: RowKey): void {
    const before = this.#rows.get(key);
    if (before === undefined) return;
    this.#journal.push(this, key, undefined, before);
    this.#rows.delete(key);
  }

  undo(key: RowKey, _member: undefined, rowBefore: Row | undefined): void {
    if (rowBefore === undefined) this.#rows.delete(key);
    else this.#rows.set(key, rowBefore);
  }

  *entries(): Generator<readonly [RowKey, Row]> {
    for (const key of [...this.#rows.keys()].sort(compareKeys)) {
      const row = this.#rows.get(key);
      if (row !== undefined) yield [key, row];
    }
  }

  *dump(): Generator<StateEntry> {
    for (const [key, row] of this.entries()) yield [this.name, key, row];
  }
}
