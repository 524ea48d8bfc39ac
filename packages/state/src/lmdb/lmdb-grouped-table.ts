import type { GroupedStateTable, StateEntry, StateKey } from '@waggle/engine';
import { assertRow } from '../assert-row.ts';
import type { Undoable, UndoJournal } from '../undo-journal.ts';
import { type CheckpointedTable, ROWS_PER_STEP } from './checkpointed-table.ts';
import { CleanCache } from './clean-cache.ts';
import { DirtyGroups } from './dirty-groups.ts';
import type { Disk, DiskWriter } from './disk.ts';
import { DiskExtent, type StoredExtent } from './disk-extent.ts';
import { GroupWindow, type ReadPage } from './group-window.ts';
import type { LmdbTableParts } from './lmdb-table.ts';
import { mergeMembers } from './merge-members.ts';
import { type KeyPath, mergedEntries } from './merged-entries.ts';

/** What a running checkpoint writes. */
interface Frozen<Group extends StateKey, Member extends StateKey, Row> {
  readonly changes: DirtyGroups<Group, Member, Row>;
  readonly extent: DiskExtent;
}

/**
 * Rows by group and member: changed rows in memory over rows being written over windows of the disk's groups.
 *
 * 1. The first layer that knows of a member decides; a group is read as the ordered union of the layers.
 * 2. Groups that cannot be on disk (created since the last checkpoint) never look there.
 * 3. Small groups come to memory as a whole, huge ones by windows.
 */
export class LmdbGroupedTable<Group extends StateKey, Member extends StateKey, Row>
  implements GroupedStateTable<Group, Member, Row>, Undoable, CheckpointedTable
{
  readonly name: string;
  readonly kind = 'groups';
  readonly id: number;
  readonly #journal: UndoJournal;
  readonly #disk: Disk;
  readonly #windows: CleanCache<Group, GroupWindow<Member, Row>>;
  #dirty = new DirtyGroups<Group, Member, Row>();
  #frozen: Frozen<Group, Member, Row> | undefined;
  #extent: DiskExtent;

  constructor(parts: LmdbTableParts) {
    this.name = parts.name;
    this.id = parts.id;
    this.#journal = parts.journal;
    this.#disk = parts.disk;
    this.#windows = new CleanCache(parts.budget, (window) => window.units);
    this.#extent = new DiskExtent(parts.extent);
  }

  get(group: Group, member: Member): Row | undefined {
    const row = this.#dirty.rows.get(group, member);
    if (row !== undefined) return row;
    return this.#dirty.isDeleted(group, member) ? undefined : this.#below(group, member);
  }

  has(group: Group, member: Member): boolean {
    return this.get(group, member) !== undefined;
  }

  put(group: Group, member: Member, row: Row): void {
    assertRow(this.name, row);
    this.#journal.push(this, group, member, this.get(group, member));
    this.#dirty.put(group, member, row);
  }

  delete(group: Group, member: Member): void {
    const before = this.get(group, member);
    if (before === undefined) return;
    this.#journal.push(this, group, member, before);
    this.#remove(group, member);
  }

  undo(group: Group, member: Member, rowBefore: Row | undefined): void {
    if (rowBefore === undefined) this.#remove(group, member);
    else this.#dirty.put(group, member, rowBefore);
  }

  isEmpty(group: Group): boolean {
    if (this.#dirty.rows.hasGroup(group)) return false;
    let isEmpty = true;
    this.forEach(group, () => {
      isEmpty = false;
      return false;
    });
    return isEmpty;
  }

  forEach(group: Group, visitor: (member: Member, row: Row) => unknown, after?: Member): void {
    const isBeingWritten = this.#frozen?.changes.hasGroup(group) === true;
    const window = this.#extent.mayHave(group) ? this.#windowFrom(group, after) : undefined;
    if (!isBeingWritten && (window === undefined || window.isKnownEmpty)) {
      this.#dirty.rows.forEach(group, visitor, after);
    } else if (!isBeingWritten && window?.isWhole && !this.#dirty.hasGroup(group)) {
      window.forEachOfWhole(visitor, after);
    } else this.#forEachMerged(group, visitor, after);
  }

  *entries(): Generator<readonly [Group, Member, Row]> {
    const inMemory: KeyPath[] = [];
    for (const changes of [this.#dirty, this.#frozen?.changes]) {
      if (changes === undefined) continue;
      for (const [group, member] of changes.rows.entries()) inMemory.push([group, member]);
      for (const path of changes.deletedMembers()) inMemory.push(path);
    }
    const current = ([group, member]: KeyPath) => this.get(group as Group, member as Member);
    for (const [path, row] of mergedEntries<Row>(inMemory, this.#disk.rows(this.id), current)) {
      yield [path[0] as Group, path[1] as Member, row];
    }
  }

  get dirtyCount(): number {
    return this.#dirty.count;
  }

  freeze(): void {
    this.#frozen = { changes: this.#dirty, extent: this.#extent.copy() };
    this.#dirty = new DirtyGroups();
  }

  *writeFrozen(writer: DiskWriter): Generator<void> {
    if (this.#frozen === undefined) return;
    const { changes, extent } = this.#frozen;
    let count = 0;
    for (const [group, member] of changes.deletedMembers()) {
      writer.delete(this.id, group, member);
      if (++count % ROWS_PER_STEP === 0) yield;
    }
    for (const group of changes.rows.groups()) {
      for (const [member, row] of changes.rows.membersBehind(group, undefined)) {
        writer.put(this.id, group, member, row);
        extent.add(group, member);
        if (++count % ROWS_PER_STEP === 0) yield;
      }
    }
  }

  nextExtent(): StoredExtent {
    return (this.#frozen?.extent ?? this.#extent).stored();
  }

  *settle(): Generator<void> {
    if (this.#frozen === undefined) return;
    const { changes, extent } = this.#frozen;
    let count = 0;
    for (const [group, member] of changes.deletedMembers()) {
      this.#settleDeleted(group, member);
      if (++count % ROWS_PER_STEP === 0) yield;
    }
    for (const group of changes.rows.groups()) {
      for (const _ of this.#settleGroup(group, changes)) {
        if (++count % ROWS_PER_STEP === 0) yield;
      }
    }
    this.#extent = extent;
    this.#frozen = undefined;
  }

  thaw(): void {
    if (this.#frozen === undefined) return;
    const changes = this.#frozen.changes;
    changes.takeOver(this.#dirty);
    this.#dirty = changes;
    this.#frozen = undefined;
    // They may know rows of the transaction that failed.
    this.#windows.clear();
  }

  *dump(): Generator<StateEntry> {
    for (const [group, member, row] of this.entries()) yield [this.name, group, member, row];
  }

  #below(group: Group, member: Member): Row | undefined {
    if (this.#frozen !== undefined) {
      const row = this.#frozen.changes.rows.get(group, member);
      if (row !== undefined) return row;
      if (this.#frozen.changes.isDeleted(group, member)) return undefined;
    }
    if (!this.#extent.mayHaveMember(group, member)) return undefined;
    const window = this.#windows.get(group) ?? this.#readWindow(group, undefined);
    if (window.covers(member)) return window.get(member);
    return this.#disk.get(this.id, group, member) as Row | undefined;
  }

  #remove(group: Group, member: Member): void {
    if (this.#mayBeBelow(group, member)) this.#dirty.delete(group, member);
    else this.#dirty.forget(group, member);
  }

  #mayBeBelow(group: Group, member: Member): boolean {
    if (this.#frozen !== undefined) {
      if (this.#frozen.changes.rows.get(group, member) !== undefined) return true;
      if (this.#frozen.changes.isDeleted(group, member)) return false;
    }
    if (!this.#extent.mayHaveMember(group, member)) return false;
    const window = this.#windows.peek(group);
    return window === undefined || !window.covers(member) || window.get(member) !== undefined;
  }

  #forEachMerged(group: Group, visitor: (member: Member, row: Row) => unknown, after: Member | undefined): void {
    const changed = this.#dirty.rows.membersBehind(group, after);
    for (const [member, row] of mergeMembers(changed, this.#membersBelow(group, after))) {
      if (visitor(member, row) === false) return;
    }
  }

  /** Members behind `after` of the rows being written and of the disk that did not change since. */
  *#membersBelow(group: Group, after: Member | undefined): Generator<readonly [Member, Row]> {
    const start = this.#dirty.startBelow(group, after);
    // Only who began at the start, or where it is known to be overridden up to, can tell how far it is.
    let isAtStart = after === undefined || start !== after;
    const frozen = this.#frozen?.changes;
    const written = frozen?.rows.membersBehind(group, start) ?? [];
    for (const [member, row] of mergeMembers(written, this.#membersOnDisk(group, start, frozen))) {
      if (this.#dirty.overrides(group, member)) {
        if (isAtStart) this.#dirty.overriddenUpTo(group, member);
      } else {
        isAtStart = false;
        yield [member, row];
      }
    }
  }

  *#membersOnDisk(
    group: Group,
    after: Member | undefined,
    frozen: DirtyGroups<Group, Member, Row> | undefined,
  ): Generator<readonly [Member, Row]> {
    if (!this.#extent.mayHave(group)) return;
    const window = this.#windowFrom(group, after);
    const onGrown = (units: number) => this.#windows.grew(units);
    for (const pair of window.membersBehind(after, this.#pageReader(group), onGrown)) {
      if (frozen === undefined || !frozen.overrides(group, pair[0])) yield pair;
    }
  }

  #windowFrom(group: Group, after: Member | undefined): GroupWindow<Member, Row> {
    const start = this.#dirty.startBelow(group, after);
    const window = this.#windows.get(group);
    return window?.canStartBehind(start) ? window : this.#readWindow(group, start);
  }

  #readWindow(group: Group, after: Member | undefined): GroupWindow<Member, Row> {
    const window = GroupWindow.read<Member, Row>(this.#pageReader(group), after);
    this.#windows.set(group, window);
    return window;
  }

  #pageReader(group: Group): ReadPage<Member> {
    return (after, membersMax) => this.#disk.membersBehind(this.id, group, after, membersMax);
  }

  #settleDeleted(group: Group, member: Member): void {
    const window = this.#windows.peek(group);
    if (window === undefined) return;
    window.delete(member);
    // Nobody asks again for a scope that is gone; a job type without jobs is asked for all the time.
    if (window.isKnownEmpty && typeof group === 'bigint') this.#windows.delete(group);
  }

  *#settleGroup(group: Group, changes: DirtyGroups<Group, Member, Row>): Generator<void> {
    const window = this.#windows.peek(group);
    if (window === undefined) {
      // What was not on disk before is there now exactly as written.
      if (!this.#extent.mayHave(group)) {
        this.#windows.set(group, GroupWindow.of<Member, Row>(changes.rows.membersBehind(group, undefined)));
        yield;
      }
      return;
    }
    for (const [member, row] of changes.rows.membersBehind(group, undefined)) {
      if (!window.put(member, row)) return;
      yield;
    }
  }
}
