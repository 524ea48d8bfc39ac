import type { StateKey, StateMark } from '@waggle/engine';
import { StateUsageError } from './errors.ts';

/** Something whose changes can be undone one by one, last first. */
export interface Undoable {
  /**
   * Puts back what was there before a change.
   * @param member part of the key within `key`; a schedule's key within its time.
   * @param rowBefore `undefined` = there was none.
   */
  undo(key: StateKey | number, member: StateKey | undefined, rowBefore: unknown): void;
}

/** Entries to begin with; a batch of a hundred instances makes some 8000. */
const CAPACITY_MIN = 1 << 12;

/** Array slots per entry. */
const SLOTS = 4;

/**
 * What changed since the oldest mark in use, in a ring: undoing takes from its end, releasing from its start.
 *
 * 1. Marks count changes. Until the first mark nothing is written down, since nobody could come back to it: folding a
 *    log at start costs no journal.
 * 2. Released entries are wiped, so that their rows can be collected.
 */
export class UndoJournal {
  #slots: unknown[] = new Array(CAPACITY_MIN * SLOTS).fill(undefined);
  #capacity = CAPACITY_MIN;
  /** Changes before this one are released. */
  #start: StateMark = 0;
  /** Number of changes so far. */
  #end: StateMark = 0;
  #isMarked = false;

  get isEmpty(): boolean {
    return this.#start === this.#end;
  }

  push(table: Undoable, key: StateKey | number, member: StateKey | undefined, rowBefore: unknown): void {
    if (!this.#isMarked) return;
    if (this.#end - this.#start === this.#capacity) this.#resize(this.#capacity * 2);
    const slots = this.#slots;
    const slot = (this.#end & (this.#capacity - 1)) * SLOTS;
    slots[slot] = table;
    slots[slot + 1] = key;
    slots[slot + 2] = member;
    slots[slot + 3] = rowBefore;
    this.#end++;
  }

  mark(): StateMark {
    this.#isMarked = true;
    return this.#end;
  }

  /** @throws {StateUsageError} when the mark is released or undone already. */
  rollBack(mark: StateMark): void {
    if (mark < this.#start || mark > this.#end) {
      throw new StateUsageError(
        `Expected a mark between ${this.#start} and ${this.#end} to roll back to, but got ${mark}: it was released or undone before`,
      );
    }
    const slots = this.#slots;
    while (this.#end > mark) {
      this.#end--;
      const slot = (this.#end & (this.#capacity - 1)) * SLOTS;
      const table = slots[slot] as Undoable;
      table.undo(slots[slot + 1] as StateKey | number, slots[slot + 2] as StateKey | undefined, slots[slot + 3]);
      slots.fill(undefined, slot, slot + SLOTS);
    }
  }

  /** Releasing what is released already does nothing. @throws {StateUsageError} when the mark is undone already. */
  release(mark: StateMark): void {
    if (mark > this.#end) {
      throw new StateUsageError(`Expected a mark up to ${this.#end} to release, but got ${mark}: it was undone before`);
    }
    if (mark <= this.#start) return;
    if (mark === this.#end && this.#capacity > CAPACITY_MIN) {
      // One huge batch must not leave a huge ring behind.
      this.#start = mark;
      this.#resize(CAPACITY_MIN);
      return;
    }
    const from = this.#start & (this.#capacity - 1);
    const to = mark & (this.#capacity - 1);
    if (from < to) this.#slots.fill(undefined, from * SLOTS, to * SLOTS);
    else {
      this.#slots.fill(undefined, from * SLOTS);
      this.#slots.fill(undefined, 0, to * SLOTS);
    }
    this.#start = mark;
  }

  #resize(capacity: number): void {
    const slots = new Array<unknown>(capacity * SLOTS).fill(undefined);
    for (let change = this.#start; change < this.#end; change++) {
      const from = (change & (this.#capacity - 1)) * SLOTS;
      const to = (change & (capacity - 1)) * SLOTS;
      for (let slot = 0; slot < SLOTS; slot++) slots[to + slot] = this.#slots[from + slot];
    }
    this.#slots = slots;
    this.#capacity = capacity;
  }
}
