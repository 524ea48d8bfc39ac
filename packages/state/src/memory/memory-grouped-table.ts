import type { GroupedStateTable, StateEntry, StateKey } from '@waggle/engine';
import { assertRow } from '../assert-row.ts';
import { GroupedRows } from '../sorted/grouped-rows.ts';
import type { Undoable, UndoJournal } from '../undo-journal.ts';

/** Rows by group and member; small groups cost some 100 bytes besides their rows. */
export class MemoryGroupedTable<Group extends StateKey, Member extends StateKey, Row>
  implements GroupedStateTable<Group, Member, Row>, Undoable
{
  readonly name: string;
  readonly kind = 'groups';
  readonly #journal: UndoJournal;
  readonly #rows = new GroupedRows<Group, Member, Row>();

  constructor(name: string, journal: UndoJournal) {
    this.name = name;
    this.#journal = journal;
  }

  get(group: Group, member: Member): Row | undefined {
    return this.#rows.get(group, member);
  }

  has(group: Group, member: Member): boolean {
    return this.#rows.get(group, member) !== undefined;
  }

  put(group: Group, member: Member, row: Row): void {
    assertRow(this.name, row);
    this.#journal.push(this, group, member, this.#rows.put(group, member, row));
  }

  delete(group: Group, member: Member): void {
    const before = this.#rows.delete(group, member);
    if (before !== undefined) this.#journal.push(this, group, member, before);
  }

  undo(group: Group, member: Member, rowBefore: Row | undefined): void {
    if (rowBefore === undefined) this.#rows.delete(group, member);
    else this.#rows.put(group, member, rowBefore);
  }

  isEmpty(group: Group): boolean {
    return !this.#rows.hasGroup(group);
  }

  forEach(group: Group, visitor: (member: Member, row: Row) => unknown, after?: Member): void {
    this.#rows.forEach(group, visitor, after);
  }

  entries(): Iterable<readonly [Group, Member, Row]> {
    return this.#rows.entries();
  }

  *dump(): Generator<StateEntry> {
    for (const [group, member, row] of this.entries()) yield [this.name, group, member, row];
  }
}
