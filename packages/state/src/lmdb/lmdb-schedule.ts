import type { StateEntry, StateSchedule } from '@waggle/engine';
import { type ScheduleEntry, ScheduleTree } from '../sorted/schedule-tree.ts';
import type { Undoable, UndoJournal } from '../undo-journal.ts';
import { type CheckpointedTable, ROWS_PER_STEP } from './checkpointed-table.ts';
import type { Disk, DiskWriter } from './disk.ts';
import type { StoredExtent } from './disk-extent.ts';
import type { LmdbTableParts } from './lmdb-table.ts';

/** Entries put and deleted since a checkpoint. A pair deleted and put again is in both; deletes are written first. */
interface ScheduleChanges {
  readonly put: Set<ScheduleEntry>;
  readonly deleted: Set<ScheduleEntry>;
}

/**
 * All entries in memory in order, read from disk when opened (about a second per million) and written behind.
 * An entry put and deleted between two checkpoints is never written.
 */
export class LmdbSchedule implements StateSchedule, Undoable, CheckpointedTable {
  readonly name: string;
  readonly kind = 'schedule';
  readonly id: number;
  readonly #journal: UndoJournal;
  readonly #tree = new ScheduleTree();
  #dirty: ScheduleChanges = noChanges();
  #frozen: ScheduleChanges | undefined;
  #hasDiskRows: boolean;

  constructor(parts: LmdbTableParts) {
    this.name = parts.name;
    this.id = parts.id;
    this.#journal = parts.journal;
    this.#hasDiskRows = parts.extent?.hasRows === true;
    if (this.#hasDiskRows) this.#load(parts.disk);
  }

  put(time: number, key: bigint): void {
    if (this.#tree.find(time, key) !== undefined) return;
    this.#journal.push(this, time, key, undefined);
    this.#add(time, key);
  }

  delete(time: number, key: bigint): void {
    const entry = this.#tree.find(time, key);
    if (entry === undefined) return;
    this.#journal.push(this, time, key, true);
    this.#remove(entry);
  }

  undo(time: number, key: bigint, rowBefore: true | undefined): void {
    if (rowBefore) this.#add(time, key);
    else {
      const entry = this.#tree.find(time, key);
      if (entry !== undefined) this.#remove(entry);
    }
  }

  firstTime(): number | undefined {
    return this.#tree.first()?.time;
  }

  forEachDue(until: number, visitor: (key: bigint, time: number) => unknown): void {
    this.#tree.forEachUntil(until, visitor);
  }

  get dirtyCount(): number {
    return this.#dirty.put.size + this.#dirty.deleted.size;
  }

  freeze(): void {
    this.#frozen = this.#dirty;
    this.#dirty = noChanges();
  }

  *writeFrozen(writer: DiskWriter): Generator<void> {
    if (this.#frozen === undefined) return;
    let count = 0;
    for (const { time, key } of this.#frozen.deleted) {
      writer.delete(this.id, time, key);
      if (++count % ROWS_PER_STEP === 0) yield;
    }
    for (const { time, key } of this.#frozen.put) {
      writer.put(this.id, time, key, true);
      if (++count % ROWS_PER_STEP === 0) yield;
    }
  }

  nextExtent(): StoredExtent {
    return { hasRows: this.#hasDiskRows || (this.#frozen?.put.size ?? 0) > 0, firsts: [], seconds: [] };
  }

  *settle(): Generator<void> {
    if (this.#frozen === undefined) return;
    this.#hasDiskRows ||= this.#frozen.put.size > 0;
    let count = 0;
    for (const entry of this.#frozen.put) {
      entry.isOnDisk = true;
      if (++count % ROWS_PER_STEP === 0) yield;
    }
    this.#frozen = undefined;
  }

  thaw(): void {
    if (this.#frozen === undefined) return;
    const { put, deleted } = this.#frozen;
    // What was put then and deleted since never reached the disk; deleting it there does no harm.
    for (const entry of this.#dirty.deleted) if (!put.delete(entry)) deleted.add(entry);
    for (const entry of this.#dirty.put) put.add(entry);
    this.#dirty = { put, deleted };
    this.#frozen = undefined;
  }

  *dump(): Generator<StateEntry> {
    for (const { time, key } of this.#tree.entries()) yield [this.name, time, key, true];
  }

  #load(disk: Disk): void {
    for (const { first, second } of disk.rows(this.id)) {
      this.#tree.add({ time: first as number, key: second as bigint, isOnDisk: true });
    }
  }

  #add(time: number, key: bigint): void {
    const entry: ScheduleEntry = { time, key, isOnDisk: false };
    this.#tree.add(entry);
    this.#dirty.put.add(entry);
  }

  #remove(entry: ScheduleEntry): void {
    this.#tree.remove(entry);
    if (!this.#dirty.put.delete(entry) && (entry.isOnDisk || this.#frozen?.put.has(entry))) {
      this.#dirty.deleted.add(entry);
    }
  }
}

function noChanges(): ScheduleChanges {
  return { put: new Set(), deleted: new Set() };
}
