import type { StateEntry, StateSchedule } from '@waggle/engine';
import { ScheduleTree } from '../sorted/schedule-tree.ts';
import type { Undoable, UndoJournal } from '../undo-journal.ts';

export class MemorySchedule implements StateSchedule, Undoable {
  readonly name: string;
  readonly kind = 'schedule';
  readonly #journal: UndoJournal;
  readonly #tree = new ScheduleTree();

  constructor(name: string, journal: UndoJournal) {
    this.name = name;
    this.#journal = journal;
  }

  put(time: number, key: bigint): void {
    if (this.#tree.find(time, key) !== undefined) return;
    this.#journal.push(this, time, key, undefined);
    this.#tree.add({ time, key, isOnDisk: false });
  }

  delete(time: number, key: bigint): void {
    const entry = this.#tree.find(time, key);
    if (entry === undefined) return;
    this.#journal.push(this, time, key, true);
    this.#tree.remove(entry);
  }

  undo(time: number, key: bigint, rowBefore: true | undefined): void {
    if (rowBefore) this.#tree.add({ time, key, isOnDisk: false });
    else {
      const entry = this.#tree.find(time, key);
      if (entry !== undefined) this.#tree.remove(entry);
    }
  }

  firstTime(): number | undefined {
    return this.#tree.first()?.time;
  }

  forEachDue(until: number, visitor: (key: bigint, time: number) => unknown): void {
    this.#tree.forEachUntil(until, visitor);
  }

  *dump(): Generator<StateEntry> {
    for (const { time, key } of this.#tree.entries()) yield [this.name, time, key, true];
  }
}
